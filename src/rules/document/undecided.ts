import { counted, inMessage } from '../../model/words.js'
import type { Because } from '../../policy/because.js'
import { isSure } from '../../policy/documents.js'
import { dutyName } from '../../policy/describe-document.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

/** Reasons that are shown; those of many documents are alike. */
const SHOWN = 3

export const undecided = definePartnershipRule({
  code: 'document/undecided',
  severity: 'info',
  summary: 'Facts are missing that decide whether documents are required.',
  source: 'policy.yaml: documents; while a fact is not known, it stays open whether they are required',
  why: 'Which documents a partnership needs depends on facts such as its value and its data.',
  remedy: 'State the facts, such as `kind`, `value`, `data` and `care`, or list them under `unknown` with the reason.',
  *check(partnership, { policy }) {
    const open = policy.documents(partnership).filter((it) => !isSure(it))
    if (open.length === 0) return
    yield {
      at: at(partnership, 'documents'),
      message: () =>
        `it is not known whether ${open.length === 1 ? 'this document is' : `these ${open.length} documents are`} required: ${inMessage(open.map(dutyName), ', ')}`,
      hint: 'state the facts that decide it, such as kind, value, data and care',
      because: () => [...open.slice(0, SHOWN).flatMap((it) => it.because), ...more(open.length - SHOWN)],
    }
  },
})

const more = (count: number): Because[] => (count > 0 ? [{ text: `and ${counted(count, 'more document')}` }] : [])

import { counted, inMessage } from '../../model/words.js'
import type { Because } from '../../policy/because.js'
import { isSure } from '../../policy/documents.js'
import { dutyName } from '../../policy/describe-document.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

/** Reasons that are told; those of many documents are alike. */
const SHOWN = 3

export const undecided = definePartnershipRule({
  code: 'document/undecided',
  severity: 'info',
  summary: 'It cannot be told whether documents are needed, as facts are not known.',
  source: 'policy.yaml: documents; a fact that is not known leaves open whether they are needed',
  why: 'Which documents a partnership needs hangs on facts such as its value and its data.',
  remedy: 'State the facts, or list them under `unknown` with the reason; see who can tell.',
  *checkPartnership(partnership, { policy }) {
    const open = policy.documents(partnership).filter((it) => !isSure(it))
    if (open.length === 0) return
    yield {
      at: at(partnership, 'documents'),
      get message() {
        return `whether it needs ${open.length === 1 ? 'this document' : `these ${open.length} documents`} cannot be told: ${inMessage(open.map(dutyName), ', ')}`
      },
      hint: 'state the facts that they hang on, such as kind, value, data and care',
      get because() {
        return [...open.slice(0, SHOWN).flatMap((it) => it.because), ...more(open.length - SHOWN)]
      },
    }
  },
})

const more = (count: number): Because[] => (count > 0 ? [{ text: `and ${counted(count, 'more document')}` }] : [])

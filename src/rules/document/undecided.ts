import { isSure } from '../../policy/documents.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const undecided = definePartnershipRule({
  code: 'document/undecided',
  severity: 'info',
  summary: 'It cannot be told whether documents are needed, as facts are not known.',
  source: 'policy.yaml: documents; an unknown fact leaves the duty standing',
  why: 'Which documents a partnership needs hangs on facts such as its value and its data.',
  mend: 'State the facts, or list them under `unknown` with the reason; see who can tell.',
  *checkPartnership(partnership, { policy }) {
    const open = policy.documents(partnership).filter((it) => !isSure(it))
    if (open.length === 0) return
    yield {
      at: at(partnership, 'documents'),
      message: `whether it needs ${open.length === 1 ? 'this document' : `these ${open.length} documents`} cannot be told, so each is asked for: ${open.map((it) => it.type).join(', ')}`,
      hint: 'state the facts that they hang on, such as kind, value, data and care',
      because: open.slice(0, 3).flatMap((it) => it.because),
    }
  },
})

import { documentRows, titleOf, type DocumentRow } from '../../lists/documents.js'
import { describeEntry, withSigning } from '../../policy/describe-document.js'
import { section } from '../define-paper.js'
import { flag, maybe, rows, text } from '../view-parts.js'
import { heldShape, holderOf, type Scope } from './scope.js'

const shape = {
  notApplicableList: rows({ ...heldShape, reason: text }),
  /** `further` is one more of a kind that is required; the others are not required. */
  unaskedList: rows({ ...heldShape, stands: text, further: flag, note: maybe }),
}

/** What is recorded as not applicable, and what is in the register without being required. */
export const beside = section(shape, (scope: Scope) => ({
  notApplicableList: scope.sure
    .filter(({ duty }) => duty.state === 'not-applicable')
    .map((it) => ({ title: it.duty.title, holder: holderOf(it), reason: it.duty.document?.reason ?? 'not stated' })),
  unaskedList: documentRows(scope).flatMap((row) => unaskedRow(scope, row)),
}))

function unaskedRow({ policy, once, asOf }: Scope, row: DocumentRow) {
  const { partnership, organisation, duty, document } = row
  const holder = partnership ?? organisation
  const isOver = partnership?.status === 'ended' || document?.status === 'superseded'
  if (duty !== undefined || document === undefined || holder === undefined || isOver) return []
  const further = once.some((it) => it.duty.type === document.type && it.duty.at.file === holder.file)
  return [
    {
      title: titleOf(policy, document),
      holder: holder.name,
      stands: withSigning(describeEntry(document, asOf), document, asOf),
      further,
      // the lists of required documents show its state
      note: further ? undefined : document.note,
    },
  ]
}

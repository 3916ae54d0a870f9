import { at } from '../../model/place.js'
import { requirementsOf, type Requirement } from '../../policy/requirements.js'
import { isSure } from '../../policy/documents.js'
import { describeEntry } from '../../policy/describe-document.js'
import { evidenceOf, nameOf, selfAssessment, stateOf, whyOf } from '../about/documents.js'
import { grouped } from '../../model/order.js'
import { section } from '../define-paper.js'
import { group, maybe, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const requirement = { title: text, for: texts, why: text, where: maybe }
const state = { state: text, evidence: maybe }

const shape = {
  documents: group({
    asked: rows({ ...requirement, ...state }),
    perhaps: rows(requirement),
    /** In the register without being required. */
    others: rows({ title: text, own: maybe, ...state, where: maybe }),
  }),
}

/** Documents that an organisation needs, once each with the partnerships that require them, and others that it has. */
export const documents = section(shape, ({ policy, say, asOf, organisation, running }: Scope) => {
  const where = (place: Parameters<NonNullable<typeof say>>[0] | undefined) =>
    say === undefined || place === undefined ? null : say(place)
  const required = requirementsOf(policy, running).filter(({ duty }) => duty.organisation === organisation)
  const sure = required.filter(({ duty }) => isSure(duty))
  const isAlreadyRequired = ({ duty }: Requirement) => sure.some((it) => it.duty.type === duty.type)
  const row = (same: readonly Requirement[]) => {
    const { duty } = same[0]!
    return { title: duty.title, for: same.map((it) => it.partnership.name), ...whyOf({ where }, duty) }
  }
  const used = new Set(required.map(({ duty }) => duty.document))
  return {
    documents: {
      asked: grouped(sure, ({ duty }) => `${duty.type} ${stateOf(duty)}`).map((same) => {
        const { duty } = same[0]!
        const evidence = duty.document === undefined ? selfAssessment(duty) : evidenceOf(duty.document, asOf)
        return { ...row(same), state: stateOf(duty), evidence }
      }),
      perhaps: grouped(
        required.filter((it) => !isSure(it.duty) && !isAlreadyRequired(it)),
        ({ duty }) => duty.type,
      ).map(row),
      others: [organisation, ...running]
        .flatMap((holder) =>
          holder.documents.map((document, index) => ({ document, holder, place: at(holder, 'documents', index) })),
        )
        .filter(({ document, holder }) => holder === organisation || document.organisation === organisation.id)
        .filter(({ document }) => !used.has(document))
        .map(({ document, place }) => ({
          title: nameOf(document, []),
          own: document.title,
          state: describeEntry(document, asOf),
          evidence: evidenceOf(document, asOf),
          where: where(place),
        })),
    },
  }
})

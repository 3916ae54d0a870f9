import { formatDay } from '../../model/day.js'
import { formatForce } from '../../model/grounds.js'
import type { Requirement } from '../../policy/requirements.js'
import {
  countDocuments,
  countMetToo,
  isNeeded,
  completenessOf,
  completenessShape,
  describeLaterLaw,
  forcesOf,
  forcesShape,
  mustFirst,
  stateCounts,
} from '../rows/completeness.js'
import { grouped } from '../../model/order.js'
import { countPartnerships } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, flag, maybe, rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  title: text,
  /** Partnerships that have not ended, parts counted with their wholes. */
  partnerships: count,
  /** Those of them that are only proposed. */
  proposed: count,
  /** Documents that are needed for certain, without those that are not applicable. */
  ...completenessShape,
  ...forcesShape,
  /** Says that later law is not counted, where there is any. */
  laterLaw: maybe,
  /** Requirements met by a document that counts in another row. */
  metToo: count,
  soon: count,
  /** The last day on which a document counts as expiring soon. */
  soonUntil: text,
  /** How complete each type is; types that are needed nowhere for certain are not here. */
  types: rows({ title: text, force: text, ofPartner: flag, needed: count, ...stateCounts, perhaps: count }),
}

/** How complete the documents are, in total and by type. */
export const completeness = section(shape, ({ policy, running, once, documents }: Scope) => {
  return {
    title: 'Documents of the partnerships',
    partnerships: countPartnerships('partnerships that have not ended, each with its parts', running.wholes),
    proposed: countPartnerships('partnerships of them that are only proposed', running.proposals),
    ...completenessOf('all documents', documents),
    ...forcesOf('documents', documents),
    laterLaw: describeLaterLaw(policy),
    metToo: countMetToo(once),
    soon: countDocuments(
      'documents in force that expire soon',
      documents,
      ({ duty }) => isNeeded(duty) && duty.state === 'expiring',
    ),
    soonUntil: formatDay(policy.soon),
    types: mustFirst(
      grouped(once, (it) => it.duty.type),
      ([first]) => first!.duty.basis,
    )
      .filter((all) => all.some((it) => isNeeded(it.duty)))
      .map(typeRow),
  }
})

function typeRow(all: readonly Requirement[]) {
  const { title, organisation, basis } = all[0]!.duty
  const { needed, inForce, notSigned, expired, missing, perhaps } = completenessOf(title, all)
  const ofPartner = organisation !== undefined
  return { title, force: formatForce(basis), ofPartner, needed, inForce, notSigned, expired, missing, perhaps }
}

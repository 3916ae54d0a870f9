import { formatDay } from '../../model/day.js'
import type { Requirement } from '../../policy/requirements.js'
import { countDocuments, countMetToo, isNeeded, completenessOf } from '../completeness.js'
import { grouped } from '../../model/order.js'
import { countPartnerships } from '../phrases.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** How complete the documents are, all together and by type, each with what it is out of. */
export function completeness({
  policy,
  running,
  once,
  documents,
}: Scope): Section<
  | 'partnerships'
  | 'proposed'
  | 'needed'
  | 'inForce'
  | 'notSigned'
  | 'expired'
  | 'missing'
  | 'notApplicable'
  | 'perhaps'
  | 'soon'
  | 'soonUntil'
  | 'metToo'
  | 'types'
> {
  return {
    partnerships: countPartnerships('partnerships that have not ended, each with its parts', running.wholes),
    proposed: countPartnerships('partnerships of them that are only proposed', running.proposals),
    ...completenessOf('all documents', documents),
    metToo: countMetToo(once),
    soon: countDocuments(
      'documents in force that run out soon',
      documents.filter(({ duty }) => isNeeded(duty) && duty.state === 'expiring'),
    ),
    soonUntil: formatDay(policy.soon),
    types: grouped(once, (it) => it.duty.type)
      .filter((all) => all.some((it) => isNeeded(it.duty)))
      .map(typeRow),
  }
}

function typeRow(all: readonly Requirement[]): Section<'types'>['types'][number] {
  const { title, organisation } = all[0]!.duty
  const { needed, inForce, notSigned, expired, missing, perhaps } = completenessOf(title, all)
  const ofPartner = organisation !== undefined
  return { title, ofPartner, needed, inForce, notSigned, expired, missing, perhaps }
}

import { sayDay } from '../../model/day.js'
import type { Asked } from '../../policy/asked.js'
import { countDocuments, countMetToo, isNeeded, standingOf } from '../asked-documents.js'
import { grouped } from '../../model/order.js'
import { countPartnerships } from '../say.js'
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
    ...standingOf('all documents', documents),
    metToo: countMetToo(once),
    soon: countDocuments(
      'documents in force that run out soon',
      documents.filter(({ duty }) => isNeeded(duty) && duty.state === 'expiring'),
    ),
    soonUntil: sayDay(policy.soon),
    types: grouped(once, (it) => it.duty.type)
      .filter((all) => all.some((it) => isNeeded(it.duty)))
      .map(typeRow),
  }
}

function typeRow(all: readonly Asked[]): Section<'types'>['types'][number] {
  const { title, organisation } = all[0]!.duty
  const { needed, inForce, notSigned, expired, missing, perhaps } = standingOf(title, all)
  const ofPartner = organisation !== undefined
  return { title, ofPartner, needed, inForce, notSigned, expired, missing, perhaps }
}

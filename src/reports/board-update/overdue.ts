import { sayDay, sayInexactDay, type Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { by } from '../rows.js'
import { countPartnerships } from '../say.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

interface Row {
  readonly name: string
  readonly what: string
  readonly day: Day
  readonly due: string
}

/** What was due before the day of the paper, the oldest first; what was never done and has no day is counted. */
export function overdue(scope: Scope): Section<'overdue' | 'neverReviewed' | 'neverAssessed'> {
  const { register, policy, asOf, running, top } = scope
  const rows = [
    ...running.flatMap((it) => [...recurring(scope, it), ...expired(scope, it), ...promised(it.name, asOf, it)]),
    ...promised('All partnerships', asOf, { actions: register.settings.actions, milestones: [] }),
  ]
  return {
    overdue: rows.sort(by((it) => `${it.day} ${it.name}`)).map(({ name, what, due }) => ({ name, what, due })),
    neverReviewed: countPartnerships(
      'partnerships that policy asks to be reviewed, without a review or a start to count from',
      top.filter((it) => isNever(policy.reviewDue(it))),
    ),
    neverAssessed: countPartnerships(
      'partnerships that policy asks to be graded, without an assessment or a start to count from',
      top.filter((it) => isNever(policy.assessmentDue(it))),
    ),
  }
}

const isNever = (due: { readonly day: Day | undefined } | undefined) => due !== undefined && due.day === undefined

function recurring({ policy, asOf }: Scope, partnership: Partnership): Row[] {
  const due = [
    { what: 'full review', day: policy.reviewDue(partnership)?.day },
    { what: 'assessment', day: policy.assessmentDue(partnership)?.day },
  ]
  return due.flatMap(({ what, day }) =>
    day === undefined || day >= asOf ? [] : [{ name: partnership.name, what, day, due: sayDay(day) }],
  )
}

function expired({ policy }: Scope, partnership: Partnership): Row[] {
  return policy.documents(partnership).flatMap(({ state, until, title, organisation }) => {
    if (state !== 'expired' || until === undefined) return []
    const what = organisation === undefined ? title : `${title} of ${organisation.name}`
    return [{ name: partnership.name, what, day: until, due: sayDay(until) }]
  })
}

function promised(
  name: string,
  asOf: Day,
  { actions, milestones }: Pick<Partnership, 'actions' | 'milestones'>,
): Row[] {
  return [...actions, ...milestones].flatMap(({ title, due, done }) =>
    due === undefined || done !== undefined || due.last >= asOf
      ? []
      : [{ name, what: title, day: due.last, due: sayInexactDay(due) }],
  )
}

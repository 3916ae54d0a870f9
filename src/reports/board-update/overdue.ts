import { countFigure } from '../../figures/figure.js'
import { namesOf, type Duty } from '../../duties/duty.js'
import { dutiesOf } from '../../duties/index.js'
import type { Day } from '../../model/day.js'
import { formatInexactDay } from '../../model/day.js'
import { formatNames } from '../../model/words.js'
import { describeReason } from '../../stamps/describe-status.js'
import { countPartnerships } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, countedRows, each, flag, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'
import { isMajor } from './signals/signal.js'

const row = { name: text, what: text, due: text }

const shape = {
  overdue: countedRows('overdueCount', row),
  /** As many as half a page holds: those of major partnerships, then the oldest; are there more? */
  overdueFirst: rows(row),
  overdueIsMore: flag,
  ...each(count, 'overdueCount', 'neverReviewed', 'neverAssessed'),
  /** Partnerships whose latest review is in doubt, the day of that, and why. */
  suspect: rows({ name: text, day: text, why: texts }),
  suspectCount: count,
}

const MOST_FIRST = 12

const rowOf = (it: Duty) => ({ name: formatNames(namesOf(it)), what: it.what, due: formatInexactDay(it.due!) })

/** What was due before the day of the paper, the oldest first; what was never done and has no date is only counted. */
export const overdue = section(shape, (scope: Scope) => {
  const { register, policy, asOf, top } = scope
  // the next steps of the last paper are answered in a section of their own; exceptions concern the keepers only
  const late = dutiesOf(register, policy).filter(
    ({ due, kind }) => due !== undefined && due.last < asOf && kind !== 'next-step' && kind !== 'decision',
  )
  const isOfMajor = ({ about }: Duty) => top.some((it) => it.id === about.id && isMajor(scope, it))
  const first = [...late.filter(isOfMajor), ...late.filter((it) => !isOfMajor(it))].slice(0, MOST_FIRST)
  return {
    overdue: late.map(rowOf),
    overdueFirst: late.filter((it) => first.includes(it)).map(rowOf),
    overdueIsMore: late.length > MOST_FIRST,
    overdueCount: countFigure(
      'duties whose day was before the day of the paper',
      late.map((it) => ({ name: `${formatNames(namesOf(it))}: ${it.what}`, at: it.at })),
    ),
    neverReviewed: countPartnerships(
      'partnerships that policy requires to be reviewed, without a review or a start to count from',
      top,
      (it) => isNever(policy.due('review', it)),
    ),
    neverAssessed: countPartnerships(
      'partnerships that policy requires to be graded, without an assessment or a start to count from',
      top,
      (it) => isNever(policy.due('assessment', it)),
    ),
    ...suspects(scope),
  }
})

/** Partnerships whose latest review is in doubt, with the reasons. */
function suspects({ running, reviewStatuses }: Scope) {
  const found = running.flatMap((partnership) => {
    const { review, reasons = [] } = reviewStatuses?.of(partnership) ?? {}
    return review === undefined || reasons.length === 0 ? [] : [{ partnership, review, reasons }]
  })
  return {
    suspect: found.map(({ partnership, review, reasons }) => ({
      name: partnership.name,
      day: formatInexactDay(review.date),
      why: reasons.map(describeReason),
    })),
    suspectCount: countPartnerships(
      'partnerships of which the tier, the agreement, the whole or a partner changed after the latest review',
      found.map((it) => it.partnership),
    ),
  }
}

const isNever = (due: { readonly day: Day | undefined } | undefined) => due !== undefined && due.day === undefined

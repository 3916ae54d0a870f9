import { RECURRING } from '../duties/required.js'
import { daysBetween, formatDay, type Day } from '../model/day.js'
import { at } from '../model/place.js'
import { CADENCES } from '../model/policy.js'
import { counted } from '../model/words.js'
import type { Recurring } from '../policy/cadence.js'
import { definePartnershipRule, type Checked, type Rule, type Severity, isValueLost, isLapsed } from './rule.js'

/** How the rules word something that recurs. */
interface Words {
  readonly one: string
  /** What should have been done to the partnership. */
  readonly done: string
  /** The field that holds its day. */
  readonly day: string
  /** One that counts. */
  readonly dated: string
  /** The severity where none is recorded. */
  readonly never: Severity
}

const WORDS: Record<Recurring, Words> = {
  review: { one: 'A review', done: 'reviewed', day: 'date', dated: 'review', never: 'warning' },
  assessment: { one: 'An assessment', done: 'graded', day: 'date', dated: 'assessment', never: 'warning' },
  'quality-review': {
    one: 'A peer quality review',
    done: 'reviewed by peers',
    day: 'period',
    dated: 'finished peer quality review with its period',
    never: 'info',
  },
}

/** The rules about something that recurs: soon due, never held, overdue. */
export function dueRules(what: Recurring): readonly Rule[] {
  const { one, done, dated, never } = WORDS[what]
  const { list } = RECURRING[what]
  const name = CADENCES[what]
  return [
    definePartnershipRule({
      code: `${what}/due-soon`,
      severity: 'info',
      cause: 'time',
      summary: `${one} is due soon.`,
      source: `policy.yaml: ${what} cadence of the tier, and due-soon`,
      why: 'There is still time to put it on an agenda.',
      remedy: `Plan the ${name} before that day.`,
      *check(partnership, { policy, asOf }) {
        const { day, because } = policy.due(what, partnership) ?? {}
        if (day === undefined || day < asOf || day > policy.soon) return
        yield { at: at(partnership, list), key: day, message: `the ${name} is due on ${formatDay(day)}`, because }
      },
    }),
    definePartnershipRule({
      code: `${what}/never`,
      severity: never,
      summary: `No ${name} is recorded, and it is not known when one is due.`,
      source: `policy.yaml: ${what} cadence of the tier`,
      why: 'Nobody can say whether the partnership was ever looked at.',
      remedy: `Add the last ${name} under \`${list}\`, or the day on which the partnership began.`,
      *check(partnership, { register, policy }) {
        const due = policy.due(what, partnership)
        if (due === undefined || due.day !== undefined || isValueLost(register, partnership, 'start')) return
        const message = `no ${dated} is recorded, and without a start day it is not known when one is due`
        yield { at: at(partnership, list), message, because: due.because }
      },
    }),
    lateRule(what, {
      code: `${what}/overdue`,
      severity: 'warning',
      summary: `A partnership was not ${done} by the day that its tier requires.`,
      source: `policy.yaml: ${what} cadence of the tier`,
      why: 'What nobody looks at goes wrong unseen; a stale entry looks the same as a fresh one.',
      // the due day itself is still in time; a review that is very late has a rule of its own
      isLate: (due, { policy, asOf }) => due < asOf && !(what === 'review' && isLapsed(due, policy.lapsedAfter, asOf)),
    }),
  ]
}

export const lapsedReview = lateRule('review', {
  code: 'review/lapsed',
  severity: 'error',
  summary: 'A review is very late.',
  source: 'policy.yaml: lapsed-after',
  why: 'A review that is months late will not be held unless somebody asks for it.',
  isLate: (due, { policy, asOf }) => isLapsed(due, policy.lapsedAfter, asOf),
})

interface LateRule extends Pick<Rule, 'code' | 'severity' | 'summary' | 'source' | 'why'> {
  isLate(due: Day, checked: Checked): boolean
}

function lateRule(what: Recurring, { isLate, ...rule }: LateRule): Rule {
  const name = CADENCES[what]
  const { list } = RECURRING[what]
  return definePartnershipRule({
    ...rule,
    cause: 'time',
    remedy: `Hold the ${name} and add its ${WORDS[what].day} under \`${list}\`, or add a dated exception with a reason.`,
    *check(partnership, checked) {
      const { day, because } = checked.policy.due(what, partnership) ?? {}
      if (day === undefined || !isLate(day, checked)) return
      const late = counted(daysBetween(day, checked.asOf), 'day')
      const message = `the ${name} was due on ${formatDay(day)}, ${late} before ${formatDay(checked.asOf)}`
      yield { at: at(partnership, list), key: day, message, because }
    },
  })
}

import { RECURRING } from '../duties/recurring.js'
import { daysBetween, formatDay, type Day } from '../model/day.js'
import { at } from '../model/place.js'
import { CADENCES } from '../model/policy.js'
import type { Recurring } from '../policy/cadence.js'
import { definePartnershipRule } from './partnership-rule.js'
import { isLapsed } from './partnerships.js'
import { isValueLost } from './references.js'
import type { Checked, Rule, RuleFinding, Severity } from './rule.js'

/** How the rules speak of what comes again and again. */
interface Words {
  readonly one: string
  readonly held: string
  /** The field of its day. */
  readonly day: string
  /** One that counts. */
  readonly dated: string
  /** Is what is very late told by a rule of its own? */
  readonly lapses: boolean
}

const WORDS: Record<Recurring, Words> = {
  review: {
    one: 'A review',
    held: 'reviewed',
    day: 'date',
    dated: 'review',
    lapses: true,
  },
  assessment: {
    one: 'An assessment',
    held: 'graded',
    day: 'date',
    dated: 'assessment',
    lapses: false,
  },
  'quality-review': {
    one: 'A peer quality review',
    held: 'reviewed by peers',
    day: 'period',
    dated: 'finished peer quality review with its period',
    lapses: false,
  },
}

export function dueSoonRule(what: Recurring): Rule {
  const { one } = WORDS[what]
  const name = CADENCES[what]
  const { list, due: dueOf } = RECURRING[what]
  return definePartnershipRule({
    code: `${what}/due-soon`,
    severity: 'info',
    cause: 'time',
    summary: `${one} is due soon.`,
    source: `policy.yaml: ${what} cadence of the tier, and due-soon`,
    why: 'There is still time to put it on an agenda.',
    remedy: `Plan the ${name}.`,
    *checkPartnership(partnership, { policy, asOf }) {
      const due = dueOf(policy, partnership)
      if (due?.day === undefined || due.day < asOf || due.day > policy.soon) return
      yield {
        at: at(partnership, list),
        key: due.day,
        message: `the ${name} is due on ${formatDay(due.day)}`,
        hint: 'put it on an agenda before that day',
        because: due.because,
      }
    },
  })
}

export function overdueRule(what: Recurring): Rule {
  const { held, lapses } = WORDS[what]
  return lateRule(what, {
    code: `${what}/overdue`,
    severity: 'warning',
    summary: `A partnership was not ${held} by the day that its tier asks for.`,
    source: `policy.yaml: ${what} cadence of the tier`,
    why: 'What nobody looks at goes wrong unseen; a stale entry looks the same as a fresh one.',
    // the due day itself is still in time
    isLate: (due, { policy, asOf }) => due < asOf && !(lapses && isLapsed(due, policy.lapsedAfter, asOf)),
  })
}

export function lapsedRule(what: Recurring): Rule {
  return lateRule(what, {
    code: `${what}/lapsed`,
    severity: 'error',
    summary: `${WORDS[what].one} is very late.`,
    source: 'policy.yaml: lapsed-after',
    why: 'After three months nobody is going to hold it by themselves.',
    isLate: (due, { policy, asOf }) => isLapsed(due, policy.lapsedAfter, asOf),
  })
}

function lateRule(
  what: Recurring,
  {
    isLate,
    ...rule
  }: Pick<Rule, 'code' | 'severity' | 'summary' | 'source' | 'why'> & {
    readonly isLate: (due: Day, checked: Checked) => boolean
  },
): Rule {
  const { day } = WORDS[what]
  const name = CADENCES[what]
  const { list, due: dueOf } = RECURRING[what]
  return definePartnershipRule({
    ...rule,
    cause: 'time',
    remedy: `Hold the ${name} and add its ${day} under \`${list}\`, or add a dated exception with a reason.`,
    *checkPartnership(partnership, checked) {
      const due = dueOf(checked.policy, partnership)
      if (due?.day === undefined || !isLate(due.day, checked)) return
      const late = daysBetween(due.day, checked.asOf)
      yield {
        at: at(partnership, list),
        key: due.day,
        message: `the ${name} was due on ${formatDay(due.day)}, ${late} ${late === 1 ? 'day' : 'days'} before ${formatDay(checked.asOf)}`,
        hint: `hold the ${name} and add its ${day} under ${list}, or add a dated exception with a reason`,
        because: due.because,
      }
    },
  })
}

export function neverRule(what: Recurring, severity: Severity): Rule {
  const { dated } = WORDS[what]
  const name = CADENCES[what]
  const { list, due: dueOf } = RECURRING[what]
  return definePartnershipRule({
    code: `${what}/never`,
    severity,
    summary: `No ${name} is recorded, and it cannot be told when one is due.`,
    source: `policy.yaml: ${what} cadence of the tier`,
    why: 'Nobody can tell whether the partnership was ever looked at.',
    remedy: `Add the last ${name} under \`${list}\`, or the start day.`,
    *checkPartnership(partnership, { register, policy }): Iterable<RuleFinding> {
      const due = dueOf(policy, partnership)
      if (due === undefined || due.day !== undefined || isValueLost(register, partnership, 'start')) return
      yield {
        at: at(partnership, list),
        message: `no ${dated} is recorded, and without a start day it cannot be told when one is due`,
        hint: `add the last one under ${list}, or the day on which the partnership began`,
        because: due.because,
      }
    },
  })
}

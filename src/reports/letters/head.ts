import { namesOf, type Duty } from '../../duties/duty.js'
import { dutiesIn, formOf, formsIn, type Letter } from '../../duties/letters.js'
import { formatDay } from '../../model/day.js'
import { formatNames } from '../../model/words.js'
import { section } from '../define-paper.js'
import { nameOf } from '../phrases.js'
import { isOurDemand, repliesTo } from './reasons.js'
import { each, flag, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

/** Who writes to whom, of which day, and what comes back; `subject` is the heading, and the subject of a mail. */
const shape = {
  ...each(text, 'subject', 'ours', 'asOf', 'until', 'summary'),
  /** The partnerships that it is about. */
  partnerships: texts,
  /** Titles of the blank forms that come with it. */
  forms: texts,
  /** Is it about any document, other than these forms? */
  documents: flag,
  /** Is any document of it required by our own policy alone? */
  ourDemands: flag,
}

const headOf = (scope: Scope) => {
  const { register, asOf, policy, letter } = scope
  return {
    ours: nameOf(register, register.settings.organisation),
    asOf: formatDay(asOf),
    until: formatDay(policy.soon),
    summary: summaryOf(letter, formatDay(policy.soon)),
    partnerships: [...new Set(dutiesIn(letter).flatMap(namesOf))],
    forms: formsIn(letter).map((it) => it.title),
    documents: dutiesIn(letter).some((it) => it.document !== undefined && formOf(it, letter.to) === undefined),
    ourDemands: dutiesIn(letter).some(isOurDemand),
  }
}

/** To a role: what it answers for. */
export const leadHead = section({ ...shape, role: text, replies: texts }, (scope: Scope) => {
  const { letter } = scope
  const head = headOf(scope)
  return {
    ...head,
    subject: `Your partnerships: ${head.summary}`,
    role: letter.to.kind === 'lead' ? letter.to.role : '',
    replies: repliesTo(dutiesIn(letter)),
  }
})

/** To a partner: what it is asked to send. */
export const partnerHead = section({ ...shape, partner: text }, (scope: Scope) => {
  const { to } = scope.letter
  const head = headOf(scope)
  return {
    ...head,
    subject: `Documents requested by ${head.ours}: ${head.summary}`,
    partner: to.kind === 'partner' ? to.organisation.name : '',
  }
})

/** `2 overdue, 1 due by 30 May 2019 and 11 needed now`. */
function summaryOf({ duties }: Letter, until: string): string {
  const states: readonly (readonly [readonly Duty[], string])[] = [
    [duties.overdue, 'overdue'],
    [duties['due-soon'], `due by ${until}`],
    [duties.needed, 'needed now'],
    [duties.open, 'open with no date agreed'],
  ]
  return formatNames(states.flatMap(([of, state]) => (of.length === 0 ? [] : `${of.length} ${state}`)))
}

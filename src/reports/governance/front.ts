import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { inWords } from '../../model/words.js'
import { directorateName, otherNames, partnershipName, formatOptionalDay, describePartner } from '../phrases.js'
import type { Part } from './view.js'

/** Facts at the head of a block and the field of each, which may be doubted under `unknown`. */
const FACTS: readonly {
  readonly key: string
  readonly what: string
  readonly say: (it: Partnership, register: Register) => string | null
}[] = [
  { key: 'status', what: 'Status', say: (it) => inWords(it.status) },
  { key: 'stage', what: 'Stage', say: (it) => it.stage ?? null },
  { key: 'kind', what: 'Kind', say: (it) => (it.kind === undefined ? null : inWords(it.kind)) },
  { key: 'service', what: 'Service', say: (it) => it.service ?? null },
  { key: 'directorate', what: 'Directorate', say: (it, register) => directorateName(register, it.directorate) },
  { key: 'lead', what: 'Led by', say: (it) => it.lead ?? null },
  { key: 'sponsor', what: 'Answered for by', say: (it) => it.sponsor ?? null },
  { key: 'start', what: 'Began', say: (it) => formatOptionalDay(it.start) },
  { key: 'end', what: 'Ends', say: (it) => (it.end === 'none' ? 'open-ended' : formatOptionalDay(it.end)) },
  { key: 'extendable-to', what: 'Can be extended to', say: (it) => formatOptionalDay(it['extendable-to']) },
  { key: 'minimum-term', what: 'Cannot be left for', say: (it) => it['minimum-term']?.written ?? null },
  { key: 'notice', what: 'Notice', say: (it) => it.notice?.written ?? null },
]

/** Fields that the head of a block tells, with what is doubtful about them. */
export const coveredInFront = (register: Register, partnership: Partnership): string[] =>
  FACTS.filter(({ say }) => say(partnership, register) !== null).map((it) => it.key)

/** What a partnership is, who is in it, and what it is for. */
export function frontOf(
  register: Register,
  partnership: Partnership,
): Part<
  'name' | 'partOf' | 'also' | 'summary' | 'facts' | 'partners' | 'objectives' | 'goals' | 'scope' | 'rationale'
> {
  return {
    name: partnership.name,
    partOf: partnership.parent === undefined ? null : partnershipName(register, partnership.parent),
    also: otherNames(partnership),
    summary: partnership.summary ?? null,
    facts: FACTS.flatMap(({ key, what, say }) => {
      const words = say(partnership, register)
      return words === null ? [] : [{ what, words, doubt: partnership.unknown[key] ?? null }]
    }),
    partners: partnership.partners.map((it) => describePartner(register, it)),
    objectives: partnership.objectives.map((number) => {
      const title = register.settings.objectives.find((it) => it.number === number)?.title
      return title === undefined ? String(number) : `${number}, ${title}`
    }),
    goals: [...partnership.goals],
    scope: partnership.scope ?? null,
    rationale: partnership.rationale ?? null,
  }
}

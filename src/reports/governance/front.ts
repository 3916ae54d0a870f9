import { inWords } from '../../model/words.js'
import type { About } from '../about/about.js'
import { section } from '../define-paper.js'
import { directorateName, otherNames, formatOptionalDay, describePartner } from '../phrases.js'
import { maybe, rows, text, texts } from '../view-parts.js'

type Fact = readonly [key: string, what: string, words: string | null | undefined]

/** Facts at the head of a block; each may be doubted under `unknown`. A part has its own only. */
const factsOf = ({ register, partnership }: About): Fact[] => {
  const { status, stage, kind, service, directorate, lead, sponsor, start, end, notice } = partnership
  const all: Fact[] = [
    ['status', 'Status', inWords(status)],
    ['stage', 'Stage', stage],
    ['kind', 'Kind', kind && inWords(kind)],
    ['service', 'Service', service],
    ['directorate', 'Directorate', directorateName(register, directorate)],
    ['lead', 'Led by', lead],
    ['sponsor', 'Answered for by', sponsor],
    ['start', 'Began', formatOptionalDay(start)],
    ['end', 'Ends', end === 'none' ? 'open-ended' : formatOptionalDay(end)],
    ['extendable-to', 'Can be extended to', formatOptionalDay(partnership['extendable-to'])],
    ['minimum-term', 'Cannot be left for', partnership['minimum-term']?.written],
    ['notice', 'Notice', notice?.written],
  ]
  return all.filter(([, , words]) => (words ?? null) !== null)
}

/** Fields that are in the head of a block, with what is doubtful about them. */
export const coveredInFront = (about: About): string[] => factsOf(about).map(([key]) => key)

/** The facts of a partnership, who is in it, and what it aims at. */
export const front = section(
  {
    also: texts,
    facts: rows({ what: text, words: text, doubt: maybe }),
    partners: texts,
    goals: texts,
    scope: maybe,
  },
  (about: About) => {
    const { register, partnership } = about
    const { partners, goals, scope, unknown } = partnership
    return {
      also: otherNames(partnership),
      facts: factsOf(about).map(([key, what, words]) => ({ what, words: words!, doubt: unknown[key] })),
      partners: partners.map((it) => describePartner(register, it)),
      goals,
      scope,
    }
  },
)

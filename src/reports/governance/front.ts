import { partnershipSchema } from '../../model/partnership.js'
import type { About } from '../about/about.js'
import { readerOf } from '../about/others.js'
import { section } from '../define-paper.js'
import { otherNames, describePartner } from '../phrases.js'
import { statedFields } from '../rows/stated.js'
import { maybe, rows, text, texts } from '../view-parts.js'

const FACTS = 'status stage kind service directorate start end extendable-to minimum-term notice'.split(' ')

/** Facts at the head of a block, in the words of the catalogue; a part has its own only. Who is in charge is said before. */
const factsOf = (about: About) =>
  statedFields(partnershipSchema, about.partnership, readerOf(about)).filter(({ key }) => FACTS.includes(key))

/** Fields at the head of a block, which are shown there with their doubts. */
export const coveredInFront = (about: About): string[] => factsOf(about).map(({ key }) => key)

/** The facts of a partnership, its partners and its goals. */
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
      facts: factsOf(about).map(({ key, label, text: words }) => ({ what: label, words, doubt: unknown[key] })),
      partners: partners.map((it) => describePartner(register, it)),
      goals,
      scope,
    }
  },
)

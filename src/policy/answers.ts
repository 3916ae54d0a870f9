import { currencyOf } from '../model/register-currency.js'
import { getOrMake } from '../model/order.js'
import type { Condition } from '../model/condition.js'
import { addDuration, type Day } from '../model/day.js'
import type { Duration } from '../model/duration.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { entriesOf, partnershipsOf } from '../model/participation.js'
import { runningPartnerships } from '../model/hierarchy.js'
import type { Because } from '../model/place.js'
import { dueOf, type Due, type NeverHeld, type Recurring } from './cadence.js'
import { evaluateAny, truthOf, type TierRank, type Verdict } from './conditions.js'
import { documentDuties, type DocumentDuty, earliestEnds, endingFirst } from './documents.js'
import { factsOf, factsOfPartner, type Facts } from './facts.js'
import { mergePolicies, type MergedPolicy } from './merge.js'
import { tierOf, tierRank, type TierAnswer } from './tier.js'

/** What policy says of each partnership as of a day, with the reasons. */
export interface PolicyAnswers {
  readonly asOf: Day
  readonly policy: MergedPolicy
  readonly rank: TierRank
  /** Up to this day, what is due is due soon. */
  readonly soon: Day
  /** How late a review becomes an error. */
  readonly lapsedAfter: Duration
  facts(partnership: Partnership): Facts
  tier(partnership: Partnership): TierAnswer
  /** When the next of something that recurs is due; undefined where policy does not require it. */
  due(what: Recurring, partnership: Partnership): Due | NeverHeld | undefined
  /** The documents that a partnership needs, by its own requirements alone. */
  documents(partnership: Partnership): readonly DocumentDuty[]
  /** The same as shown to users: a document that several partnerships use ends on the earliest of their days. */
  documentsAsShown(partnership: Partnership): readonly DocumentDuty[]
  /** One of these as shown, for where the others are not wanted. */
  asShown(duty: DocumentDuty): DocumentDuty
  /** Does a condition hold for any of the partnerships that an organisation is in? */
  holdsFor(organisation: Organisation, condition: Condition): Verdict
  informationLevel(
    partnership: Partnership,
  ): { readonly id: string; readonly title: string; readonly because: readonly Because[] } | undefined
}

const SIXTY_DAYS: Duration = { months: 0, days: 60, written: '60 days' }
const NINETY_DAYS: Duration = { months: 0, days: 90, written: '90 days' }

/**
 * The answers for a register as of a day, each worked out once, when it is needed.
 * @param within days that count as soon, instead of the policy's
 */
export function answerPolicy(register: Register, asOf: Day, within?: number): PolicyAnswers {
  const policy = mergePolicies(register.policies)
  const rank = tierRank(policy)
  const currency = currencyOf(register)
  const running = runningPartnerships(register)
  const soon = addDuration(
    asOf,
    within === undefined
      ? (policy.single('due-soon') ?? SIXTY_DAYS)
      : { months: 0, days: within, written: `${within} days` },
  )

  const ownFacts = remember((partnership: Partnership) => factsOf(partnership, register))
  const informationLevel = remember((partnership: Partnership) => {
    const level = policy
      .entries('information-levels')
      .findLast(({ data }) => data.when !== undefined && truthOf(data.when, ownFacts(partnership), rank) === 'true')
    return (
      level && {
        id: level.id,
        title: level.data.title ?? level.id,
        because: [{ text: `${level.id}: ${level.data.title ?? ''}`, at: level.at }],
      }
    )
  })
  const tier = remember((partnership: Partnership) =>
    tierOf(partnership, ownFacts(partnership), policy, rank, asOf, currency),
  )
  const facts = remember((partnership: Partnership): Facts => {
    const level = informationLevel(partnership)?.id
    return {
      ...ownFacts(partnership),
      tier: [tier(partnership).id],
      'information-level': level === undefined ? undefined : [level],
    }
  })
  const factsOfEach = remember((organisation: Organisation) =>
    partnershipsOf(register, organisation, asOf).map((it) =>
      factsOfPartner(facts(it), organisation, entriesOf(register, it, organisation, asOf)),
    ),
  )
  const graded = remember((it: Partnership) => ({ partnership: it, facts: facts(it), tier: tier(it).id }))
  const dueOfEach = (what: Recurring) =>
    remember((it: Partnership) =>
      dueOf(what, { ...graded(it), above: running.ancestors(it).map(graded), policy, asOf }),
    )
  const dues = new Map<Recurring, ReturnType<typeof dueOfEach>>()
  const documents = remember((it: Partnership) => documentDuties({ ...graded(it), register, policy, rank, asOf, soon }))
  const endsOf = remember((it: Organisation) => earliestEnds(it, partnershipsOf(register, it, asOf), documents))
  const asShown = (duty: DocumentDuty) =>
    duty.organisation === undefined ? duty : endingFirst(duty, endsOf(duty.organisation))
  return {
    asOf,
    policy,
    rank,
    soon,
    lapsedAfter: policy.single('lapsed-after') ?? NINETY_DAYS,
    facts,
    tier,
    informationLevel,
    holdsFor: (organisation, condition) => evaluateAny(condition, factsOfEach(organisation), rank, currency),
    due: (what, it) => getOrMake(dues, what, () => dueOfEach(what))(it),
    documents,
    documentsAsShown: remember((partnership: Partnership) => documents(partnership).map(asShown)),
    asShown,
  }
}

function remember<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => getOrMake(known, key, () => work(key))
}

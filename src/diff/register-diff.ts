import { confidentialOf } from '../model/confidential.js'
import { by, getOrMake } from '../model/order.js'
import type { Partnership } from '../model/partnership.js'
import { touched } from '../rules/depends-on.js'
import { dutiesOfNew, dutyFacts, tierFacts } from './consequences/duties.js'
import { comparedFindings, type CheckedState, type FindingsDiff } from './consequences/findings.js'
import { hasOtherPolicy, policyEffect, underPolicyOf, type PolicyEffect } from './consequences/policy.js'
import { comparedTotals, type TotalChange } from './consequences/totals.js'
import { WEIGHTS, type Fact, type RecordRef, type State } from './fact.js'
import { mergedSince } from './mergers.js'
import { compareStates, type RecordsDiff } from './records.js'

/** All facts about one record, the gravest first. */
export interface Group {
  readonly record: RecordRef
  readonly facts: readonly Fact[]
}

/** What the difference between two states of a register means. */
export interface RegisterDiff extends Difference {
  readonly findings: FindingsDiff
}

/** The same without what the rules find. */
export interface Difference {
  /** The record with the gravest fact first, then by name. */
  readonly groups: readonly Group[]
  /** What a change of policy does; undefined where policy is the same, or could not be read. */
  readonly policy: PolicyEffect | undefined
  readonly totals: readonly TotalChange[]
  /** Partnerships that either state marks as confidential, with their parts. */
  readonly confidential: readonly Partnership[]
  /** Files that a state could not fully read, so that they were not compared, and its totals are incomplete. */
  readonly unreadable: { readonly before: readonly string[]; readonly after: readonly string[] }
}

/**
 * Compares two states of a register, both as of one day: what is different, a line each, and what follows for tiers,
 * duties, findings and totals. The effects of a change of policy are kept apart from those of changes of records.
 * @param ids partnerships whose requirements may differ; worked out unless they are known
 */
export function registerDiff(
  before: CheckedState,
  after: CheckedState,
  ids: ReadonlySet<string> = touched(before.register, after.register),
): RegisterDiff {
  const { renames, ...difference } = differenceBetween(before, after, ids)
  const findings = comparedFindings(hasRegister(before) ? before : unchecked(before), after, renames)
  return { ...difference, findings }
}

/** What differs between two states, and what follows from it, without running the rules. */
export function differenceBetween(
  before: State,
  after: State,
  ids: ReadonlySet<string> = touched(before.register, after.register),
): Difference & Pick<RecordsDiff, 'renames'> {
  const compared = compareStates(before, after)
  const isPolicyKnown = ![before, after].some(hasLostGround) // else requirements cannot be compared
  const isOtherPolicy = isPolicyKnown && hasOtherPolicy(before, after)
  const under = isOtherPolicy ? underPolicyOf(before, after) : before
  return {
    groups: grouped(compared, isPolicyKnown ? consequencesOf(compared, under, after, ids) : new Map()),
    policy: isOtherPolicy ? policyEffect(before, under) : undefined,
    totals: comparedTotals(before, after),
    confidential: [before, after].flatMap(({ register }) => confidentialOf(register.partnerships)),
    unreadable: { before: unreadableFiles(before), after: unreadableFiles(after) },
    renames: compared.renames,
  }
}

const hasRegister = ({ register }: State) => register.files.has('register.yaml')
/** Where there was no register, there were no findings. */
const unchecked = (state: CheckedState): CheckedState => ({
  ...state,
  check: { findings: [], permitted: [], accepted: [], entriesFound: new Set() },
})

const unreadableFiles = ({ register }: State) => register.unreadable.map((it) => it.file)
const hasLostGround = ({ register }: State) =>
  register.unreadable.some((it) => it.kind === 'policy' || it.kind === 'register')

/** What follows from all changes but those of policy, by file; nothing for files that could not be fully read. */
function consequencesOf(compared: RecordsDiff, before: State, after: State, ids: ReadonlySet<string>) {
  const { partnerships } = compared
  const renames = new Map([...compared.renames, ...mergedSince(before, after)])
  const lost = new Set([...unreadableFiles(before), ...unreadableFiles(after)])
  const couples = partnerships.both.filter(
    ({ earlier, now }) => ids.has(now.id) && !lost.has(earlier.file) && !lost.has(now.file),
  )
  return new Map([
    ...couples.map(({ earlier, now }): [string, Fact[]] => {
      const pair = { earlier, now, before, after }
      return [now.file, [...tierFacts(pair), ...dutyFacts(pair, renames)]]
    }),
    ...partnerships.added.map((it): [string, Fact[]] => [it.file, dutiesOfNew(it, after)]),
  ])
}

function grouped({ records, partnerships }: RecordsDiff, consequences: ReadonlyMap<string, Fact[]>): Group[] {
  const groups = new Map(
    records.map(({ record, facts }) => [`${record.kind} ${record.file}`, { record, facts: [...facts] }]),
  )
  for (const { id, name, file } of [...partnerships.both.map((it) => it.now), ...partnerships.added]) {
    const more = consequences.get(file) ?? []
    if (more.length === 0) continue
    const record: RecordRef = { kind: 'partnership', id, name, file }
    getOrMake(groups, `partnership ${file}`, () => ({ record, facts: [] })).facts.push(...more)
  }
  return [...groups.values()]
    .map(({ record, facts }) => ({ record, facts: facts.toSorted((a, b) => rank(a) - rank(b)) }))
    .sort(
      (a, b) =>
        rank(a.facts[0]!) - rank(b.facts[0]!) ||
        ORDER.indexOf(a.record.kind) - ORDER.indexOf(b.record.kind) ||
        byName(a, b),
    )
}

const rank = ({ weight }: Fact) => WEIGHTS.indexOf(weight)
const byName = by<Group>(({ record }) => `${record.name.toLowerCase()}\n${record.id}\n${record.file}`)
/** Among equally grave records, those that concern all partnerships come first. */
const ORDER: readonly RecordRef['kind'][] = [
  'policy',
  'register',
  'baseline',
  'partnership',
  'organisation',
  'update',
  'template',
]

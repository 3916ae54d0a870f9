import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import type { PolicyAnswers } from '../policy/answers.js'
import {
  SCHEME,
  agreementPart,
  organisationPart,
  reviewedPart,
  wholePart,
  type NamedPart,
  isNamed,
  type Hash,
  fingerprintOf,
} from './scheme.js'
import { withRenamedIds, type IdRenames } from '../model/renamed-ids.js'
import type { Path } from '../document/node.js'
import { lookUp } from '../model/look-up.js'
import type { Organisation } from '../model/organisation.js'
import { withAncestors } from '../model/hierarchy.js'
import { isMap } from '../model/same.js'
import { successionOf, type Succession } from '../model/participation.js'

/** What is needed to make and compare stamps. */
export interface StampGround {
  readonly register: Register
  readonly policy: PolicyAnswers
  /** SHA-256 in hexadecimal digits. */
  readonly hash: Hash
}

/** A stamp as it is written under `reviews[].stamp`: texts in this order, without keys for what does not exist. */
export type WrittenStamp = {
  readonly scheme: string
  readonly reviewed: string
  readonly tier: string
  readonly agreement?: string
  readonly parent?: string
  /** Fingerprints by the ids of organisations, in alphabetical order. */
  readonly partners?: Readonly<Record<string, string>>
}

/**
 * The stamp of a partnership and what it rests on, as they are now.
 * @throws UsageError when some of that could not be read, as it would seem not to be stated
 */
export function stampOf(partnership: Partnership, ground: StampGround): WrittenStamp {
  const { register, policy, hash } = ground
  refuseLost(partnership, register)
  const ours = register.settings.organisation
  const agreement = printOf('agreement', partnership, ours, hash)
  const parent = parentOf(register, partnership)
  const partners = partnersOf(register, partnership).map((it) => [it.id, printOf('partner', it, ours, hash)!] as const)
  return {
    scheme: String(SCHEME),
    reviewed: printOf('reviewed', partnership, ours, hash)!, // a partnership has at least its name
    tier: policy.tier(partnership).id,
    ...(agreement !== undefined && { agreement }),
    ...(parent !== undefined && { parent: printOf('parent', parent, ours, hash)! }),
    ...(partners.length > 0 && { partners: Object.fromEntries(partners) }),
  }
}

function refuseLost(partnership: Partnership, register: Register): void {
  const parent = parentOf(register, partnership)
  const file =
    groundLost(register) ??
    [partnership, ...(parent === undefined ? [] : [parent])].find((it) => isPartLostIn(register, it.file))?.file ??
    partnersOf(register, partnership).find((it) => isOrganisationLost(register, it))?.file ??
    unreadableOrganisation(partnership, register)
  if (file !== undefined)
    throw new UsageError(
      `what was reviewed of ${partnership.id} cannot be stamped, as ${file} could not be read in full`,
      'fix it first: partners validate shows what is wrong with it',
    )
}

/** The file of a partner organisation, or of the parent, that is wholly unreadable. */
function unreadableOrganisation({ partners, parent }: Partnership, { unreadable }: Register): string | undefined {
  const ids = partners.map((it) => it.organisation)
  return unreadable.find(
    ({ kind, id, lost }) =>
      lost.some((path) => path.length === 0) &&
      ((kind === 'organisation' && ids.includes(id)) || (kind === 'partnership' && parent === id)),
  )?.file
}

/** The parts of records that a stamp covers. */
export const PARTS = {
  reviewed: reviewedPart,
  agreement: agreementPart,
  parent: wholePart,
  partner: organisationPart,
} as const
export type PartName = keyof typeof PARTS

/** The record of a part: an organisation of `partner`, a partnership of the others. */
export type RecordOf<P extends PartName> = Parameters<(typeof PARTS)[P]>[0]

/**
 * The fingerprint of a part of a record; undefined where nothing of it is stated.
 * @param ours id of our own organisation, which takes part in everything: a new id of it is not a change
 */
export function printOf<P extends PartName>(
  name: P,
  record: RecordOf<P>,
  ours: string,
  hash: Hash,
): string | undefined {
  const part = (PARTS[name] as (record: RecordOf<P>) => NamedPart)(record)
  return fingerprintOf(withRenamedIds(part, new Map([[`organisation ${ours}`, OURS]])), hash)
}

/** Stands for our own organisation; no id has brackets. */
const OURS = '(ours)'

/** The partnership that another one is part of; undefined where there is none, or it is not in the register. */
export const parentOf = (register: Register, partnership: Partnership): Partnership | undefined =>
  withAncestors(register, partnership)[1]

/**
 * The organisations that take part in a partnership, each once, by id. Ours is left out: it takes part in all, so a change
 * of it would put every review in doubt at once.
 */
export function partnersOf(register: Register, { partners }: Partnership): Organisation[] {
  const ids = new Set(partners.flatMap((it) => it.organisation ?? []))
  ids.delete(register.settings.organisation)
  return [...ids].sort().flatMap((id) => lookUp(register).organisation.get(id) ?? [])
}

/** Is something that a stamp covers unreadable in a file? That it is missing is then not a change. */
const isPartLostIn = (register: Register, file: string): boolean => lostIn(register, file).some(isNamed)

/** Is that, or something in its reviews and their stamps, unreadable? */
export const isLostIn = (register: Register, file: string): boolean =>
  isPartLostIn(register, file) || lostIn(register, file).some((path) => path[0] === 'reviews')

/** Is anything in an organisation's file unreadable? */
export const isOrganisationLost = (register: Register, { file }: Organisation): boolean =>
  lostIn(register, file).length > 0

/** The file of register.yaml or the policies that is not fully readable, as tiers depend on these. */
export const groundLost = ({ unreadable }: Register): string | undefined =>
  unreadable.find(({ kind, lost }) => (kind === 'register' || kind === 'policy') && lost.length > 0)?.file

/** What could not be read in a file. */
function lostIn({ unreadable }: Register, file: string): readonly Path[] {
  return unreadable.find((it) => it.file === file)?.lost ?? []
}

/** What became of partners of a stamp whose ids are no longer among the partners. */
export interface Successions {
  /** From ids of the stamp to present ones: of organisations that have a new id, or whose successor took their place. */
  readonly renames: IdRenames
  /** Mergers into organisations that take part now. */
  readonly mergers: readonly Succession[]
  /** Ids of those whose successor already had a place, or took the place of another one. */
  readonly joined: readonly string[]
}

/** By the history, did the file of an organisation appear in the commit that removed the file with an earlier id? */
export type WasCalled = (now: string, before: string) => boolean

/**
 * A partner that is no longer in the register was renamed if a new partner has the same fingerprint, or if the history
 * shows that its file replaced the old one.
 */
export function successionsOf(
  partnership: Partnership,
  stamped: Readonly<Record<string, string>>,
  { register, hash }: StampGround,
  wasCalled: WasCalled = () => false,
): Successions {
  const present = new Set(partnership.partners.flatMap((it) => it.organisation ?? []))
  const left = Object.keys(stamped).filter((id) => !present.has(id))
  if (left.length === 0) return NONE
  const ours = register.settings.organisation
  const come = partnersOf(register, partnership).filter((it) => !Object.hasOwn(stamped, it.id))
  const known = lookUp(register).organisation
  const renames = new Map<string, string>()
  const follow = (old: string, now: string) => renames.set(`organisation ${old}`, now)
  const taken = () => new Set(renames.values())
  const gone = left.filter((id) => !known.has(id))
  for (const isSame of [
    (it: Organisation, old: string) => stamped[old] === printOf('partner', it, ours, hash),
    (it: Organisation, old: string) => wasCalled(it.id, old),
  ])
    for (const old of gone.filter((it) => !renames.has(`organisation ${it}`))) {
      const now = come.find((it) => !taken().has(it.id) && isSame(it, old))
      if (now !== undefined) follow(old, now.id)
    }
  const mergers = left.flatMap((id) => successionOf(register, id, present) ?? [])
  const joined: string[] = []
  for (const { old, into } of mergers) {
    const hasPlace = Object.hasOwn(stamped, into.id) || into.id === ours || taken().has(into.id)
    if (hasPlace) joined.push(old.id)
    else follow(old.id, into.id)
  }
  return { renames, mergers, joined }
}

const NONE: Successions = { renames: new Map(), mergers: [], joined: [] }

/** The reverse: from present ids to earlier ones. */
export const backwards = (renames: IdRenames): IdRenames =>
  new Map(
    [...renames].map(([old, now]) => {
      const [kind, id] = old.split(' ') as [string, string]
      return [`${kind} ${now}`, id]
    }),
  )

/** A stamped record with present ids, and without the partners whose successors are partners already. */
export function asSucceeded<T extends object>(record: T, { renames, mergers, joined }: Successions): T {
  if (joined.length === 0) return withRenamedIds(record, renames)
  const into = mergers.filter(({ old }) => joined.includes(old.id))
  const all: IdRenames = new Map([...renames, ...into.map((it) => [`organisation ${it.old.id}`, it.into.id] as const)])
  const { partners } = record as Partial<Partnership>
  const left = partners?.filter((it) => it.organisation === undefined || !joined.includes(it.organisation))
  return namedOnce(withRenamedIds(left === undefined ? record : { ...record, partners: left }, all)) as T
}

/** A list of names with each name once, as one organisation may be the successor of two. */
function namedOnce(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((it) => typeof it === 'string') ? [...new Set(value)] : value.map(namedOnce)
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, it]) => [key, namedOnce(it)])) : value
}

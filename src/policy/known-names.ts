import { ID, slug } from '../model/id.js'
import { lookUp } from '../model/look-up.js'
import { getOrMake } from '../model/order.js'
import { namingOf, type Named, type Names } from '../model/naming.js'
import { nearest } from '../model/nearest.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { mergePolicies, type MergedPolicy } from './merge.js'

/** Something that can be named. */
export interface Known {
  /** The right name. */
  readonly id: string
  /** Other names, which are understood but not right. */
  readonly names: readonly string[]
}

/** Where something is named: a partnership has bodies of its own. */
export interface Naming {
  readonly file: string
  readonly names: Names
}

/** The things of a kind. Thousands of names are looked up, so each index is made once. */
class List {
  readonly ids: ReadonlySet<string>
  #bySlug: { readonly ids: Slugs; readonly names: Slugs } | undefined

  constructor(readonly all: readonly Known[]) {
    this.ids = new Set(all.map(({ id }) => id))
  }

  /** Ids by their own slugs, and by those of other names. */
  get bySlug() {
    return (this.#bySlug ??= {
      ids: slugs(this.all, ({ id }) => [id]),
      names: slugs(this.all, ({ names }) => names),
    })
  }
}

type Slugs = ReadonlyMap<string, ReadonlySet<string>>

function slugs(all: readonly Known[], of: (known: Known) => readonly string[]): Slugs {
  const found = new Map<string, Set<string>>()
  for (const known of all) for (const name of of(known).map(slug)) getOrMake(found, name, () => new Set()).add(known.id)
  return found
}

/** Made once per register, as thousands of values name something. */
const lists = new WeakMap<Register, Map<string, List>>()

/** The things of a kind that a field may name, in the order of their lists. */
function listOf(register: Register, kind: Named, by: Naming): List {
  if (kind === 'rule') return NONE
  const key = kind === 'body' ? `body ${by.names} ${isOfAny(by) ? '' : by.file}` : kind
  const ofRegister = getOrMake(lists, register, () => new Map<string, List>())
  return getOrMake(ofRegister, key, () => new List(kind === 'body' ? bodies(register, by) : [...LISTS[kind](register)]))
}

/** Only the rules know the codes of rules. */
const NONE = new List([])

const LISTS: Readonly<Record<Exclude<Named, 'body' | 'rule'>, (register: Register) => Iterable<Known>>> = {
  organisation: (register) => records(register, 'organisation', register.organisations),
  partnership: (register) => records(register, 'partnership', register.partnerships),
  role: ({ settings }) => namesAlone(settings.roles.flatMap((it) => [it.title, ...it.aliases])),
  directorate: ({ settings }) => namesAlone(settings.directorates.flatMap(({ id, name }) => [id, name])),
  objective: ({ settings }) => settings.objectives.map((it) => ({ id: String(it.number), names: [it.title] })),
  'document-type': ({ policies }) => entries(mergePolicies(policies), 'documents', DOCUMENT_WORDS),
  'risk-category': ({ policies }) => entries(mergePolicies(policies), 'risk-categories'),
  tier: ({ policies }) =>
    namesAlone(
      mergePolicies(policies)
        .entries('tiers')
        .map(({ id }) => id),
    ),
}

/** Things that have no names but those that are right. */
const namesAlone = (ids: readonly string[]): Known[] => ids.map((id) => ({ id, names: [] }))

function* records(
  { unreadable }: Register,
  kind: 'organisation' | 'partnership',
  all: Register['organisations'] | Register['partnerships'],
): Iterable<Known> {
  for (const { id, name, aliases } of all) yield { id, names: [name, ...aliases] }
  for (const it of unreadable) if (it.kind === kind) yield { id: it.id, names: [] }
}

/** Everyday words for documents of the released policies. */
const DOCUMENT_WORDS: Readonly<Record<string, readonly string[] | undefined>> = {
  agreement: ['Agreement', 'Contract', 'Service level agreement', 'SLA'],
  memorandum: ['MoU', 'Memorandum'],
  'section-75-agreement': ['Section 75', 's75', 's75 agreement'],
  'terms-of-reference': ['ToR'],
  waiver: ['Waiver'],
  'information-sharing-agreement': ['ISA', 'Data sharing agreement', 'DSA'],
  'data-processing-agreement': ['DPA'],
  dspt: ['DSP Toolkit', 'Data Security and Protection Toolkit'],
  insurance: ['Insurance'],
  accounts: ['Accounts', 'Annual report'],
  'equality-impact-assessment': ['EIA', 'EqIA'],
  'business-continuity': ['BCP'],
}

const entries = (
  policy: MergedPolicy,
  map: 'documents' | 'risk-categories',
  words: Readonly<Record<string, readonly string[] | undefined>> = {},
): Known[] => policy.entries(map).map(({ id, data }) => ({ id, names: [data.title ?? [], words[id] ?? []].flat() }))

/**
 * A partnership has bodies of its own besides those of register.yaml; a role may answer to any body. Where a board may be
 * named in words, the name of a body is right as well.
 */
function bodies(register: Register, by: Naming): Known[] {
  const own = isOfAny(by) ? register.partnerships : partnershipIn(register, by.file)
  const all = [register.settings, ...own].flatMap((it) => it.bodies)
  return namingOf(by.names).others === undefined
    ? all.map(({ id, name }) => ({ id, names: [name] }))
    : namesAlone(all.flatMap(({ id, name }) => [id, name]))
}

function partnershipIn(register: Register, file: string): Partnership[] {
  const record = lookUp(register).file.get(file)
  return record !== undefined && 'partners' in record ? [record] : []
}

const isOfAny = ({ names }: Naming) => namingOf(names).kinds[0] === 'role'

/** The things that a field may name, kind by kind. */
export const namedBy = (register: Register, by: Naming): readonly Known[] =>
  namingOf(by.names).kinds.flatMap((kind) => listOf(register, kind, by).all)

/** Is the text of a field right: does it name something listed, or is free text allowed? */
export function isRight(register: Register, by: Naming, text: string): boolean {
  const { words = [], others } = namingOf(by.names)
  if (words.includes(text) || (others === 'boards' && /\b(?:board|committee|group)\b/i.test(text))) return true
  if (namingOf(by.names).kinds.some((kind) => listOf(register, kind, by).ids.has(text))) return true
  return others === 'text' && !looksLikeId(text, namedBy(register, by))
}

/** A single word in small letters is taken for an id only if a known id is like it; one with hyphens always. */
const looksLikeId = (text: string, known: readonly Known[]) =>
  ID.test(text) &&
  (text.includes('-') ||
    nearest(
      text,
      known.map(({ id }) => id),
    ) !== undefined)

/** What a text means beyond doubt: another spelling, the title, an alias or the everyday name of only one thing. */
export function meantBy(register: Register, by: Naming, text: string): string | undefined {
  const of = namingOf(by.names).kinds.map((kind) => listOf(register, kind, by))
  const wanted = slug(text)
  if (wanted === '' || SAYS_MORE.test(text)) return undefined
  const found = (['ids', 'names'] as const)
    .map((what) => new Set(of.flatMap((it) => [...(it.bySlug[what].get(wanted) ?? [])])))
    .find((it) => it.size > 0)
  return found?.size === 1 ? [...found][0] : undefined
}

/** A text with a question mark or brackets says more than a name. */
const SAYS_MORE = /[?()[\]]/

/** What a text may have meant: the thing with the nearest name. */
export function nearTo(register: Register, by: Naming, text: string): string | undefined {
  const all = namedBy(register, by)
  const near = nearest(
    text,
    all.flatMap(({ id, names }) => [id, ...names]),
  )
  return all.find(({ id, names }) => id === near || names.includes(near ?? ''))?.id
}

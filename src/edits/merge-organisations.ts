import type { TreeEdit } from '../document/edit.js'
import type { Path } from '../document/node.js'
import { formatDay, type Day } from '../model/day.js'
import type { Edit } from '../model/edit-record.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { mayName } from '../model/naming.js'
import { referencesIn } from '../model/references.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { counted, formatNames } from '../model/words.js'
import type { Change } from './change.js'
import { joinedPartners } from './joined-partners.js'
import { refuseUnread } from './refuse-unread.js'
import { pathEdits } from './rename.js'
import { refuseLater } from './set-dated.js'
import type { Target } from './target.js'

type OrganisationTarget = Target & { readonly record: Organisation }

/**
 * Organisations that went into another one, as commissioning groups went into an integrated care board. Each keeps its
 * file, its names and documents, and says what it became. Partnerships that go on name the successor; those that had
 * ended by then, and what was signed or decided before, keep the name of the time.
 * @throws UsageError where one was merged before, would be merged into itself or is ours, for a day to come, and where a
 *   file that may name one cannot be read
 */
export function mergeOrganisations(
  register: Register,
  old: readonly OrganisationTarget[],
  into: OrganisationTarget,
  { on, asOf }: { readonly on: Day; readonly asOf: Day },
): Change {
  refuseUnread(register, 'organisation')
  refuseLater(on, asOf)
  for (const it of old) refuse(register, it, into)
  const ids = old.map((it) => it.id)
  const living = register.partnerships.filter((it) => !hadEnded(it, on))
  const changed = living.map((it) => ({ ...successorEdits(register, it, ids, into.id), file: it.file }))
  const files = new Set(changed.flatMap((it) => (it.edits.length > 0 ? [it.file] : [])))
  const kept = register.partnerships.filter((it) => hadEnded(it, on) && takesPart(it, ids))
  return {
    edits: [
      ...old.flatMap((it) => mergedEdits(it, into.id, on)),
      ...groupEdits(register, ids, into.id),
      ...bodyEdits(register, ids, into.id),
      ...changed.flatMap((it) => it.edits),
      ...ids
        .flatMap((id) => pathEdits(register, { what: 'organisation', id, to: into.id }))
        .filter((it) => files.has(it.file)),
    ],
    sentence: `${formatNames(old.map((it) => it.name))} went into ${into.name} on ${formatDay(on)}; ${
      files.size === 0
        ? 'no partnership that goes on names them'
        : `${counted(files.size, 'partnership')} ${files.size === 1 ? 'names' : 'name'} the successor`
    }`,
    notes: [
      ...changed.flatMap((it) => it.notes),
      ...kept.map((it) => `${it.name} had ended by then, and keeps the name of the time.`),
      ...(files.size === 0
        ? []
        : ['Check that agreements were carried over: what the old bodies signed stays as it was.']),
    ],
  }
}

const takesPart = ({ partners }: Partnership, ids: readonly string[]) =>
  partners.some((it) => it.organisation !== undefined && ids.includes(it.organisation))

function refuse({ settings }: Register, { id, name, record }: OrganisationTarget, into: OrganisationTarget): void {
  if (id === into.id) throw new UsageError(`${name} cannot go into itself`)
  if (id === settings.organisation)
    throw new UsageError(
      `${name} is the organisation whose register this is`,
      `partners set register organisation ${into.id} first, if the register goes on as that of the successor`,
    )
  const { merged } = record
  if (merged !== undefined)
    throw new UsageError(
      `${name} went into ${merged.into} before`,
      `partners set ${id} merged.into ${into.id} corrects that`,
    )
  if (into.record.merged !== undefined)
    throw new UsageError(
      `${into.name} went into ${into.record.merged.into} itself`,
      `merge into ${into.record.merged.into}`,
    )
}

const hadEnded = ({ status, end }: Partnership, on: Day): boolean =>
  status === 'ended' && (end === undefined || end === 'none' || end.last < on)

const mergedEdits = ({ file }: OrganisationTarget, into: string, on: Day): Edit[] => [
  { file, op: 'set', path: ['status'], value: 'merged' },
  { file, op: 'set', path: ['merged'], value: { into, on } },
]

/** Groups of organisations have the successor as their member, once. */
function groupEdits({ organisations }: Register, ids: readonly string[], into: string): Edit[] {
  return organisations.flatMap(({ file, members }) =>
    replaced(members, ids, into, ['members']).map((it): Edit => ({ ...it, file })),
  )
}

/** In a list of names the first old one becomes the successor, unless that is there; the others go. */
function replaced(
  list: readonly string[],
  ids: readonly string[],
  into: string,
  path: readonly (string | number)[],
): TreeEdit[] {
  const old = list.flatMap((it, index) => (ids.includes(it) ? [index] : []))
  if (old.length === 0) return []
  const [first, ...rest] = list.includes(into) ? [undefined, ...old] : old
  return [
    ...(first === undefined ? [] : [{ op: 'set', path: [...path, first], value: into } as const]),
    ...rest.toReversed().map((index): TreeEdit => ({ op: 'remove', path: [...path, index!] })),
  ]
}

/** Boards and groups of the whole have the successor among their members. */
function bodyEdits({ settings }: Register, ids: readonly string[], into: string): Edit[] {
  const { file, bodies } = settings
  return bodies.flatMap(({ members }, index) =>
    replaced(members, ids, into, ['bodies', index, 'members']).map((it): Edit => ({ ...it, file })),
  )
}

/** Where a partnership that goes on names one of the old bodies as taking part or answering for something. */
function successorEdits(register: Register, partnership: Partnership, ids: readonly string[], into: string): Planned {
  const { file } = partnership
  const people = partnerEdits(register, partnership, ids, into)
  const bodies = partnership.bodies.flatMap(({ members }, index) =>
    replaced(members, ids, into, ['bodies', index, 'members']),
  )
  const duties = partnership.responsibilities.flatMap((it, index) =>
    (['accountable', 'responsible', 'delivers'] as const).flatMap((key) =>
      replaced(it[key], ids, into, ['responsibilities', index, key]),
    ),
  )
  const others = referencesIn(partnership).flatMap(({ path, name, names }): TreeEdit[] =>
    ids.includes(name) && mayName(names, 'organisation') && goesOn(partnership, path)
      ? [{ op: 'set', path, value: into }]
      : [],
  )
  const edits = [...people.edits, ...bodies, ...duties, ...others].map((it): Edit => ({ ...it, file }))
  return { edits, notes: people.notes }
}

interface Planned {
  readonly edits: readonly Edit[]
  readonly notes: readonly string[]
}

/**
 * Besides partners, bodies and responsibilities: what is not of the past, as documents, reviews that were held and one-off
 * sums are.
 */
function goesOn(partnership: Partnership, [key, index]: Path): boolean {
  if (key === 'amounts') return partnership.amounts[Number(index)]?.per !== 'once'
  if (key === 'quality-reviews') return partnership['quality-reviews'][Number(index)]?.state !== 'done'
  return key === 'delegations'
}

/** The old bodies' places in a partnership become one place of the successor: its roles together, its shares added up. */
function partnerEdits(
  register: Register,
  { file, name, partners }: Partnership,
  ids: readonly string[],
  into: string,
): { readonly edits: readonly TreeEdit[]; readonly notes: readonly string[] } {
  const old = partners.flatMap(({ organisation }, index) =>
    organisation !== undefined && ids.includes(organisation) ? [index] : [],
  )
  if (old.length === 0) return { edits: [], notes: [] }
  const there = partners.findIndex((it) => it.organisation === into)
  const [keep, ...rest] = there === -1 ? old : [there, ...old]
  const successor: TreeEdit[] =
    there === -1 ? [{ op: 'set', path: ['partners', keep!, 'organisation'], value: into }] : []
  if (rest.length === 0) return { edits: successor, notes: [] }
  const joined = joinedPartners(register, file, name, [keep!, ...rest])
  return {
    edits: [
      ...successor,
      ...Object.entries(joined.fields).map(([key, value]): TreeEdit => ({
        op: 'set',
        path: ['partners', keep!, key],
        value,
      })),
      ...rest.sort((a, b) => b - a).map((index): TreeEdit => ({ op: 'remove', path: ['partners', index] })),
    ],
    notes: joined.notes,
  }
}

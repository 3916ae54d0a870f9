import type { TreeEdit, Written } from '../document/edit.js'
import type { Path } from '../document/node.js'
import { sayDay, type Day } from '../model/day.js'
import type { Edit } from '../model/edit-record.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { counted, sayNames } from '../model/words.js'
import type { Change } from './change.js'
import { namesIn } from './places-naming.js'
import type { Target } from './target.js'
import { writtenAt } from './written-at.js'

type OrganisationTarget = Target & { readonly record: Organisation }

/**
 * Organisations that went into another one, as commissioning groups went into an integrated care board. Each keeps its
 * file, its names and documents, and says what it became. Partnerships that go on name the successor; those that had
 * ended by then, and what was signed or decided before, keep the name of the time.
 * @throws UsageError where one was merged before, or would be merged into itself
 */
export function mergeOrganisations(
  register: Register,
  old: readonly OrganisationTarget[],
  into: OrganisationTarget,
  on: Day,
): Change {
  for (const it of old) refuse(it, into)
  const ids = old.map((it) => it.id)
  const living = register.partnerships.filter((it) => !hadEnded(it, on))
  const partnershipEdits = living.flatMap((it) => successorEdits(register, it, ids, into.id))
  const files = new Set(partnershipEdits.map((it) => it.file))
  const kept = register.partnerships.filter(
    (it) => hadEnded(it, on) && ids.some((id) => it.partners.some((p) => p.organisation === id)),
  )
  return {
    edits: [
      ...old.flatMap((it) => mergedEdits(it, into.id, on)),
      ...groupEdits(register, ids, into.id),
      ...partnershipEdits,
    ],
    sentence: `${sayNames(old.map((it) => it.name))} went into ${into.name} on ${sayDay(on)}; ${
      files.size === 0
        ? 'no partnership that goes on names them'
        : `${counted(files.size, 'partnership')} ${files.size === 1 ? 'names' : 'name'} the successor`
    }`,
    notes: [
      ...kept.map((it) => `${it.name} had ended by then, and keeps the name of the time.`),
      ...(files.size === 0
        ? []
        : ['Check that agreements were carried over: what the old bodies signed stays as it was.']),
    ],
  }
}

function refuse({ id, name, record }: OrganisationTarget, into: OrganisationTarget): void {
  if (id === into.id) throw new UsageError(`${name} cannot go into itself`)
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

/** Where a partnership that goes on names one of the old bodies as taking part or answering for something. */
function successorEdits(register: Register, partnership: Partnership, ids: readonly string[], into: string): Edit[] {
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
  const others = ids.flatMap((id) =>
    namesIn(partnership, 'organisation', id).flatMap(({ path }): TreeEdit[] =>
      goesOn(partnership, path) ? [{ op: 'set', path, value: into }] : [],
    ),
  )
  return [...people, ...bodies, ...duties, ...others].map((it): Edit => ({ ...it, file }))
}

/** Besides partners, bodies and responsibilities: what is not of the past, as documents, reviews and one-off sums are. */
const goesOn = ({ amounts }: Partnership, [key, index]: Path): boolean =>
  key === 'delegations' || (key === 'amounts' && amounts[Number(index)]?.per !== 'once')

/** The old bodies' places in a partnership become one place of the successor: its roles together, its shares added up. */
function partnerEdits(
  register: Register,
  { file, partners }: Partnership,
  ids: readonly string[],
  into: string,
): TreeEdit[] {
  const old = partners.flatMap(({ organisation }, index) =>
    organisation !== undefined && ids.includes(organisation) ? [index] : [],
  )
  if (old.length === 0) return []
  const there = partners.findIndex((it) => it.organisation === into)
  const all = there === -1 ? old : [there, ...old]
  const [keep, ...rest] = all
  if (rest.length === 0) return [{ op: 'set', path: ['partners', keep!, 'organisation'], value: into }]
  const joined = joinedFields(register, file, partners, all)
  return [
    ...(there === -1 ? [{ op: 'set', path: ['partners', keep!, 'organisation'], value: into } as const] : []),
    ...Object.entries(joined).map(([key, value]): TreeEdit => ({ op: 'set', path: ['partners', keep!, key], value })),
    ...rest.sort((a, b) => b - a).map((index): TreeEdit => ({ op: 'remove', path: ['partners', index] })),
  ]
}

/** What the places say together, where that is more than the first of them says. */
function joinedFields(
  register: Register,
  file: string,
  partners: Partnership['partners'],
  all: readonly number[],
): Record<string, Written> {
  const places = all.map((index) => partners[index]!)
  const [first] = places
  const roles = [...new Set(places.flatMap((it) => it.roles))]
  const notes = all.flatMap((index) => writtenAt(register, file, ['partners', index, 'note']) ?? [])
  const shares = places.map((it) => it.share)
  const pays = places.map((it) => it.pays)
  return {
    ...(roles.length > first!.roles.length && { roles }),
    ...(shares.every((it) => it !== undefined) && { share: sayExactShare(sum(shares)) }),
    ...(pays.every((it) => it !== undefined) && { pays: (sum(pays) / 100).toFixed(2).replace(/\.00$/, '') }),
    ...(notes.length > 1 && { note: notes.join(' ') }),
  }
}

const sum = (amounts: readonly (number | undefined)[]) => amounts.reduce<number>((all, it) => all + (it ?? 0), 0)
const sayExactShare = (thousandths: number) => `${(thousandths / 1000).toFixed(3).replace(/\.?0+$/, '')}%`

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
import { editsOf, type Change } from './change.js'
import { joinedPartners } from './joined-partners.js'
import { refuseUnread } from './refuse-unread.js'
import { pathEdits } from './rename.js'
import { refuseLater } from './set-dated.js'
import type { Target } from './target.js'

type OrganisationTarget = Target<Organisation>

/**
 * Merges organisations into another one, as commissioning groups went into an integrated care board. Each keeps its
 * file, its names and documents, and records what it became. Partnerships that continue name the successor; those that
 * had ended by then, and what was signed or decided before, keep the old name.
 * @throws UsageError if one was merged before, would be merged into itself or is ours, for a day in the future, and if
 *   a file that may name one cannot be read
 */
export function mergeOrganisations(
  register: Register,
  old: readonly OrganisationTarget[],
  into: OrganisationTarget,
  on: Day,
  asOf: Day,
): Change {
  refuseUnread(register, 'organisation')
  refuseLater(on, asOf)
  for (const it of old) refuse(register, it, into)
  const ids = old.map((it) => it.id)
  const running = register.partnerships.filter((it) => !hadEnded(it, on))
  const changed = running.map((it) => successorEdits(register, it, ids, into.id))
  const files = new Set(changed.flatMap((it) => it.edits.map(({ file }) => file)))
  const kept = register.partnerships.filter((it) => hadEnded(it, on) && takesPart(it, ids))
  return {
    edits: [
      ...old.flatMap((it) => mergedEdits(it, into.id, on)),
      ...groupEdits(register, ids, into.id),
      ...editsOf(register.settings.file, bodyEdits(register.settings, ids, into.id)),
      ...changed.flatMap((it) => it.edits),
      ...ids
        .flatMap((id) => pathEdits(register, { what: 'organisation', id, to: into.id }))
        .filter((it) => files.has(it.file)),
    ],
    sentence: `${formatNames(old.map((it) => it.name))} went into ${into.name} on ${formatDay(on)}; ${
      files.size === 0
        ? 'no partnership that continues names them'
        : `${counted(files.size, 'partnership')} ${files.size === 1 ? 'names' : 'name'} the successor`
    }`,
    notes: [
      ...changed.flatMap((it) => it.notes),
      ...kept.map((it) => `${it.name} had ended by then, and keeps the old name.`),
      ...(files.size === 0
        ? []
        : ['Check that agreements were transferred: what the old bodies signed stays as it was.']),
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
      `partners set register organisation ${into.id} first, if the register continues as that of the successor`,
    )
  const { merged } = record
  if (merged !== undefined)
    throw new UsageError(
      `${name} has already been merged into ${merged.into}`,
      `partners set ${id} merged.into ${into.id} corrects that`,
    )
  if (into.record.merged !== undefined)
    throw new UsageError(
      `${into.name} has itself been merged into ${into.record.merged.into}`,
      `merge into ${into.record.merged.into}`,
    )
}

const hadEnded = ({ status, end }: Partnership, on: Day) =>
  status === 'ended' && (end === undefined || end === 'none' || end.last < on)

const mergedEdits = ({ file }: OrganisationTarget, into: string, on: Day): Edit[] => [
  { file, op: 'set', path: ['status'], value: 'merged' },
  { file, op: 'set', path: ['merged'], value: { into, on } },
]

/** Groups of organisations have the successor as their member, once. */
const groupEdits = ({ organisations }: Register, ids: readonly string[], into: string) =>
  organisations.flatMap(({ file, members }) => editsOf(file, replaced(members, ids, into, ['members'])))

/** In a list of names the first old one becomes the successor, unless that is listed; the others are removed. */
function replaced(list: readonly string[], ids: readonly string[], into: string, path: Path): TreeEdit[] {
  const old = list.flatMap((it, index) => (ids.includes(it) ? [index] : []))
  if (old.length === 0) return []
  const [first, ...rest] = list.includes(into) ? [undefined, ...old] : old
  return [
    ...(first === undefined ? [] : [{ op: 'set', path: [...path, first], value: into } as const]),
    ...rest.toReversed().map((index): TreeEdit => ({ op: 'remove', path: [...path, index!] })),
  ]
}

/** Boards and groups of register.yaml, or of a partnership, have the successor among their members. */
const bodyEdits = ({ bodies }: Pick<Partnership, 'bodies'>, ids: readonly string[], into: string) =>
  bodies.flatMap(({ members }, index) => replaced(members, ids, into, ['bodies', index, 'members']))

/** The places where a partnership that continues names one of the old bodies as a partner, or as responsible. */
function successorEdits(register: Register, partnership: Partnership, ids: readonly string[], into: string) {
  const partners = partnerEdits(register, partnership, ids, into)
  const bodies = bodyEdits(partnership, ids, into)
  const duties = partnership.responsibilities.flatMap((it, index) =>
    (['accountable', 'responsible', 'delivers'] as const).flatMap((key) =>
      replaced(it[key], ids, into, ['responsibilities', index, key]),
    ),
  )
  const others = referencesIn(partnership).flatMap(({ path, name, names }): TreeEdit[] =>
    ids.includes(name) && mayName(names, 'organisation') && continues(partnership, path)
      ? [{ op: 'set', path, value: into }]
      : [],
  )
  const edits = editsOf(partnership.file, [...partners.edits, ...bodies, ...duties, ...others])
  return { edits, notes: partners.notes }
}

/** Is something still to come, unlike documents, reviews that are done and one-off sums? */
function continues(partnership: Partnership, [key, index]: Path): boolean {
  if (key === 'amounts') return partnership.amounts[Number(index)]?.per !== 'once'
  if (key === 'quality-reviews') return partnership['quality-reviews'][Number(index)]?.state !== 'done'
  return key === 'delegations'
}

/**
 * The old bodies in a partnership become one partner, the successor, with all their roles and the sum of their shares.
 */
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
  const present = partners.findIndex((it) => it.organisation === into)
  const [keep, ...rest] = present === -1 ? old : [present, ...old]
  const successor: TreeEdit[] =
    present === -1 ? [{ op: 'set', path: ['partners', keep!, 'organisation'], value: into }] : []
  if (rest.length === 0) return { edits: successor, notes: [] }
  const { fields, notes } = joinedPartners(register, file, name, [keep!, ...rest])
  const set = Object.entries(fields).map(([key, value]): TreeEdit => {
    return { op: 'set', path: ['partners', keep!, key], value }
  })
  const removed = rest.sort((a, b) => b - a).map((index): TreeEdit => ({ op: 'remove', path: ['partners', index] }))
  return { edits: [...successor, ...set, ...removed], notes }
}

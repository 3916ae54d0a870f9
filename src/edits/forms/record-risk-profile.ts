import type { TreeEdit } from '../../document/edit.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import type { Plain, PlainMap } from '../../model/plain.js'
import type { Register } from '../../model/register.js'
import { isOpenRisk, riskName, type Risk } from '../../model/risk.js'
import { keysOf, schemaAt, type Schema } from '../../model/schema-walk.js'
import { didYouMean } from '../../model/nearest.js'
import { allOf, UsageError } from '../../model/usage-error.js'
import { counted, formatNames, inWords, lowerFirst } from '../../model/words.js'
import { checkedText } from '../check-value.js'
import { editsOf, type Change } from '../change.js'
import { clearUnknown } from '../clear-unknown.js'
import { echoed } from '../echoed.js'
import { refuseLost } from '../refuse-unread.js'
import type { Target } from '../target.js'
import { writtenRecord } from '../written-at.js'
import { placed } from './form-of.js'
import type { ReadForm } from './read-form.js'

const LIST = 'risks'

/** What a form says of one risk, or of a category without any. */
interface Entry {
  readonly fields: Readonly<Record<string, string>>
  readonly place: string
}

/** What one entry of a form does. */
interface Step {
  readonly edits: readonly TreeEdit[]
  /** The position of the risk that it is about; undefined for a new one. */
  readonly index: number | undefined
  readonly note?: string
}

/**
 * Brings the risks of a partnership up to date with a completed form: risks that it has are changed field by field, others
 * are added, and nothing is removed. What the form leaves blank stays as it is.
 * @throws UsageError with every mistake in it
 */
export function recordRiskProfile(
  register: Register,
  target: Target<Partnership>,
  { written, placeOf, refuseMistakes }: ReadForm<'risk-profile'>,
): Change {
  refuseLost(register, target.file, LIST)
  const given = itemsOf(written[LIST])
  const entries = allOf([
    () => (refuseMistakes(), []),
    ...given.map((it, index) => () => [checkedEntry(register, target, it, placeOf, index)]),
  ]).flat()
  const said = entries.filter(({ fields }) => Object.keys(fields).some((it) => it !== 'id' && it !== 'category'))
  refuseSameId(said)
  const steps = allOf(said.map((it) => () => planned(register, target, it, said)))
  const adding = steps.filter((it) => it.index === undefined).length
  const changed = steps.filter((it) => it.index !== undefined && it.edits.length > 0).length
  const untouched = target.record.risks.filter(
    (it, index) => isOpenRisk(it) && !steps.some((step) => step.index === index),
  )
  const known = clearUnknown(partnershipSchema, target.record, [LIST])
  const over = refuted(target, said)
  // what is inserted at one place ends up before what was inserted there earlier
  const edits = [...steps.toReversed().flatMap((it) => it.edits), ...over.edits]
  return {
    edits: edits.length === 0 ? [] : editsOf(target.file, [...edits, ...known.edits]),
    sentence: `Risk profile of ${target.name} is recorded: ${counted(adding, 'new entry')}, ${changed} changed`,
    nothing: 'Nothing to change: the register says the same.',
    notes: [
      ...steps.flatMap((it) => it.note ?? []),
      ...over.notes,
      ...(untouched.length === 0
        ? []
        : [`Nothing is written of these, so they stay as they are: ${formatNames(untouched.map(riskName))}.`]),
    ],
  }
}

/** A category that gets a risk no longer has the statement that it has none. */
function refuted({ record: { risks } }: Target<Partnership>, said: readonly Entry[]) {
  const withRisk = new Set(said.flatMap(({ fields }) => (fields['none'] === undefined ? fields['category'] : []) ?? []))
  const over = risks.flatMap((it, index) =>
    it.none !== undefined && withRisk.has(it.category ?? '') ? [{ risk: it, index }] : [],
  )
  return {
    edits: over.map(({ index }): TreeEdit => ({ op: 'remove', path: [LIST, index] })),
    notes: over.map(
      ({ risk: { category = '', none } }) =>
        `${inWords(category)}: it no longer says that there is no risk above 3 (“${none}”).`,
    ),
  }
}

/** The fields of an entry as the register writes them; all that is wrong with them at once. */
function checkedEntry(
  register: Register,
  { file }: Target,
  given: PlainMap,
  placeOf: ReadForm<'risk-profile'>['placeOf'],
  index: number,
): Entry {
  const schema = schemaAt(partnershipSchema, [LIST, 0])!
  const fields = allOf(
    stringsOf(given, schema).map(([key, value]) => (): [string, string] => [
      key,
      placed(placeOf(LIST, index, key), () => checkedText({ register, file, schema, path: [key], named: key }, value)),
    ]),
  )
  return { fields: Object.fromEntries(fields), place: placeOf(LIST, index) }
}

/** The items of a list that was written as one; what else was written is reported where it is read. */
export const itemsOf = (list: Plain | undefined): PlainMap[] => (Array.isArray(list) ? (list as PlainMap[]) : [])

/** The values of an item whose keys are those of the register; others are reported where it is read. */
export const stringsOf = (item: PlainMap, schema: Schema) =>
  Object.entries(item).filter(
    (it): it is [string, string] => typeof it[1] === 'string' && (keysOf(schema) ?? []).includes(it[0]),
  )

function refuseSameId(entries: readonly Entry[]): void {
  const same = entries.filter(
    ({ fields: { id } }, at) => id !== undefined && entries.findIndex((it) => it.fields['id'] === id) < at,
  )
  allOf(
    same.map(({ fields, place }) => () => {
      throw new UsageError(`${place}: the risk ${fields['id']} is on the form twice`, 'keep one of them')
    }),
  )
}

function planned(register: Register, target: Target<Partnership>, entry: Entry, all: readonly Entry[]): Step {
  const { fields, place } = entry
  const isNone = fields['none'] !== undefined
  const more = Object.keys(fields).filter((it) => !['id', 'category', 'none'].includes(it))
  if (isNone && more.length > 0)
    throw new UsageError(`${place}: this is a risk, and also says why there is none`, 'keep the risk, or only none')
  const index = meant(target, entry)
  if (isNone) refuseContradiction(target, entry, all)
  if (index !== undefined) return changedRisk(register, target, entry, index)
  if (!isNone && fields['title'] === undefined)
    throw new UsageError(`${place}: this risk has no title`, 'say in a few words what it is')
  const { id: _, ...value } = fields
  const what = isNone ? `No risk above 3 in ${inWords(fields['category'] ?? '')}` : `New risk: ${fields['title']}`
  return {
    index: undefined,
    edits: [{ op: 'insert', path: [LIST, target.record.risks.length], value }],
    note: `${what}.`,
  }
}

/** The position of the risk that an entry is about, by its id, its title, or for none by its category. */
function meant({ record: { risks }, name }: Target<Partnership>, { fields, place }: Entry): number | undefined {
  const { id, title, category, none } = fields
  const isSame = (it: Risk) =>
    id !== undefined
      ? it.id === id
      : none !== undefined
        ? it.none !== undefined && it.category === category
        : it.none === undefined && it.title === title && it.category === category
  const index = risks.findIndex(isSame)
  if (index !== -1) return index
  if (id === undefined) return undefined
  const ids = risks.flatMap((it) => it.id ?? [])
  throw new UsageError(
    `${place}: ${name} has no risk "${echoed(id)}"`,
    `${didYouMean(echoed(id), ids)}; to add a risk, leave id out`,
  )
}

/** A category cannot have a risk, and no risk above 3, unless the risk is small or closed. */
function refuseContradiction(
  { record: { risks } }: Target<Partnership>,
  { fields, place }: Entry,
  all: readonly Entry[],
) {
  const other = all.find((it) => it.fields['none'] === undefined && it.fields['category'] === fields['category'])
  if (other !== undefined && other.fields['status'] !== 'closed')
    throw new UsageError(
      `${place}: ${inWords(fields['category'] ?? 'this category')} has a risk on the form, and also the reason for having none`,
      'keep the risk, or only none',
    )
  const closed = new Set(
    all.filter((it) => it.fields['status'] === 'closed').map((it) => it.fields['id'] ?? it.fields['title']),
  )
  const open = risks.find(
    (it) => isOpenRisk(it) && it.category === fields['category'] && !closed.has(it.id ?? it.title ?? ''),
  )
  if (open !== undefined)
    throw new UsageError(
      `${place}: “${riskName(open)}” is an open risk of this category`,
      'write status: closed for it, or leave none out',
    )
}

/** The fields that differ. */
function changedRisk(register: Register, target: Target<Partnership>, { fields }: Entry, index: number): Step {
  const before = (writtenRecord(register, target.record) as Record<string, PlainMap[]>)[LIST]?.[index] ?? {}
  const differing = Object.entries(fields).filter(([key, value]) => before[key] !== value)
  const changes = differing.map(([key, value]) => {
    const old = before[key]
    return typeof old === 'string' ? `${lowerFirst(key)} ${old} is now ${value}` : `${lowerFirst(key)} is ${value}`
  })
  return {
    index,
    edits: differing.map(([key, value]): TreeEdit => ({ op: 'set', path: [LIST, index, key], value })),
    ...(changes.length > 0 && { note: `${riskName(target.record.risks[index]!)}: ${changes.join('; ')}.` }),
  }
}

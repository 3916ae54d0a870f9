import type { TreeEdit, Written } from '../document/edit.js'
import { parseInexactDay, formatDay, formatInexactDay, type Day, type InexactDay } from '../model/day.js'
import { ASPECTS, parseGrade } from '../model/grade.js'
import { slug } from '../model/id.js'
import { latestIndex } from '../model/latest.js'
import { partnershipSchema, type Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { metaAt } from '../model/schema-walk.js'
import { allOf, UsageError } from '../model/usage-error.js'
import { inWords, lowerFirst, formatNames, shortText } from '../model/words.js'
import { editsOf, type Change } from './change.js'
import { checkedList, checkedText, fieldsIn } from './check-value.js'
import { childOf } from '../model/schema-walk.js'
import { itemFields, itemSchema, type ItemField } from './item-fields.js'
import { ITEM_KINDS, type ItemKind, type ItemKindName } from './item-kinds.js'
import { recordDocument } from './record-document.js'
import { refuseLost } from './refuse-unread.js'
import { clearUnknown } from './clear-unknown.js'
import type { Target } from './target.js'

/** What was given for an item: the texts of its fields by option, such as `due` or `governance-comment`. */
export type ItemRequest = Readonly<Record<string, string | readonly string[] | undefined>>

type Item = Record<string, Written>

/** Fields that the tool fills, and what whoever records the item has to know of them. */
export interface Made {
  readonly made: Readonly<Record<string, Written>>
  readonly notes: readonly string[]
}

type PartnershipTarget = Target & { readonly record: Partnership }

/**
 * Adds an item to a partnership; a review of the day is brought up to date, and so is a document unless it is renewed.
 * @param asOf what is news of a day is of this day unless said, and never later
 * @param complete what the tool adds to the item of a day, such as the stamp of a review; the day as it will be written
 * @throws UsageError where a field does not allow its value, something is missing, or the item is there already
 */
export function recordItem(
  register: Register,
  target: PartnershipTarget,
  name: ItemKindName,
  request: ItemRequest,
  asOf: Day,
  complete?: (on: string) => Made,
): Change {
  const kind: ItemKind = ITEM_KINDS[name]
  refuseLost(register, target.file, kind.list)
  const given = checkedItem(register, target, name, withText(kind, withDay(kind, request, asOf)))
  refuseFuture(kind, given, asOf)
  const { made, notes } = complete?.(String(given[kind.date!] as string)) ?? { made: {}, notes: [] }
  const change = recorded(target, name, { ...given, ...made }, request['replace'] !== undefined)
  return { ...change, notes: [...(change.notes ?? []), ...notes] }
}

function recorded(target: PartnershipTarget, name: ItemKindName, item: Item, isReplaced: boolean): Change {
  const kind: ItemKind = ITEM_KINDS[name]
  const renewed = name === 'review' ? renewedReview(target, item) : undefined
  if (renewed !== undefined) return renewed
  refuseIncomplete(name, item)
  if (name === 'document') return recordDocument(target, inOrder(name, item), describeItem(name, item), isReplaced)
  const items = itemsOf(target, kind)
  const own = name === 'headline' ? withOwnId(item, items) : item
  refuseTwice(target, name, own, items)
  const path = [kind.list, positionOf(items, kind.isOfDay ? own[kind.date!] : undefined)]
  return {
    edits: editsOf(target.file, [{ op: 'insert', path, value: inOrder(name, own) }, ...known(target, kind).edits]),
    sentence: `${labelOf(name)} of ${target.name} is recorded: ${describeItem(name, own)}`,
    notes: [...known(target, kind).notes, ...(name === 'assessment' ? notGraded(target, own) : [])],
  }
}

/** The latest grades are those that count: what is left out of them is not graded any more. */
function notGraded({ record }: PartnershipTarget, item: Item): string[] {
  const before = record.assessments[latestIndex(record.assessments, '9999-12-31')]
  return ASPECTS.filter((it) => item[it] === undefined && before?.[it] !== undefined).map(
    (it) => `It does not grade ${it}, which was ${before![it]!} before.`,
  )
}

const known = ({ record }: PartnershipTarget, { list }: ItemKind) => clearUnknown(partnershipSchema, record, [list])
const itemsOf = ({ record }: PartnershipTarget, { list }: ItemKind) =>
  (childOf(record, list) ?? []) as readonly Record<string, unknown>[]
const labelOf = (name: ItemKindName) => metaAt(partnershipSchema, [ITEM_KINDS[name].list, 0])?.label ?? name

/** News without a day is of the day of the run. */
const withDay = ({ date, isOfDay }: ItemKind, request: ItemRequest, asOf: Day): ItemRequest =>
  isOfDay && date !== undefined && request[date] === undefined ? { ...request, [date]: asOf } : request

/** `--text` is the item's main text; of an assessment the comment on the one grade that needs one. */
function withText({ text: field }: ItemKind, { text, ...request }: ItemRequest): ItemRequest {
  if (text === undefined) return request
  if (field !== undefined) {
    if (field !== 'text' && request[field] !== undefined && request[field] !== text)
      throw new UsageError(`--text says the same as --${field}`, 'give one of the two')
    return { ...request, [field]: text }
  }
  const isBelowG = (grade: ItemRequest[string]) => grade !== undefined && parseGrade(String(grade as string)) !== 'G'
  const open = ASPECTS.filter((it) => isBelowG(request[it]) && request[`${it}-comment`] === undefined)
  if (open.length === 1) return { ...request, [`${open[0]}-comment`]: text }
  throw new UsageError(
    '--text does not say which grade it is about',
    `write ${formatNames((open.length === 0 ? ASPECTS : open).map((it) => `--${it}-comment`))}`,
  )
}

/** The values of an item, each checked; all that is wrong with them is reported at once. */
function checkedItem(register: Register, { file }: Target, name: ItemKindName, request: ItemRequest): Item {
  const schema = itemSchema(name)
  const item: Item = {}
  const put = ({ option, path, isList }: ItemField, given: string | readonly string[]) => {
    const place = { register, file, schema, path, named: `--${option}` }
    const fields = option === 'amount' ? fieldsIn(place, String(given as string)) : undefined
    if (fields !== undefined) return Object.assign(item, fields)
    const value = isList ? checkedList(place, asList(given)) : checkedText(place, String(given as string))
    return path.length === 1
      ? (item[path[0]!] = value)
      : (item[path[0]!] = { ...(item[path[0]!] as Item | undefined), [path[1]!]: value })
  }
  const given = itemFields(name).flatMap((field) => {
    const text = request[field.option]
    return text === undefined ? [] : [() => put(field, text)]
  })
  allOf<unknown>(given)
  return item
}

const asList = (given: string | readonly string[]): readonly string[] => (typeof given === 'string' ? [given] : given)

function refuseFuture({ isOfDay, date }: ItemKind, item: Item, asOf: Day): void {
  const day = date === undefined ? undefined : item[date]
  const read = isOfDay && typeof day === 'string' ? parseInexactDay(day) : undefined
  if (read !== undefined && !('kind' in read) && read.first > asOf)
    throw new UsageError(
      `${formatInexactDay(read)} is still to come: this is as of ${formatDay(asOf)}`,
      'write the day on which it was; what is planned is an action or a milestone',
    )
}

function refuseIncomplete(name: ItemKindName, item: Item): void {
  const kind: ItemKind = ITEM_KINDS[name]
  const missing = itemFields(name).filter((it) => it.isRequired && item[it.path[0]!] === undefined)
  if (missing.length > 0)
    throw new UsageError(
      `${formatNames(missing.map((it) => it.meta.label.toLowerCase()))} ${missing.length === 1 ? 'is' : 'are'} missing`,
      `write ${missing.map((it) => optionOf(kind, it)).join(' ')}`,
    )
  const needs = kind.needs ?? []
  if (needs.length > 0 && needs.every((it) => item[it] === undefined))
    throw new UsageError(`nothing is recorded yet`, `write at least one of ${needs.map((it) => `--${it}`).join(', ')}`)
}

const optionOf = (kind: ItemKind, { option, choices }: ItemField) =>
  `--${option === kind.text ? 'text' : option} ${choices?.join('|') ?? '…'}`

/** News of one day is distinguished by an id, where one of that day is there. */
function withOwnId(item: Item, items: readonly Record<string, unknown>[]): Item {
  const same = items.find((it) => it['text'] === item['text'] && written(it['date']) === item['date'])
  if (same !== undefined) throw new UsageError('this headline is already recorded, word for word')
  const isAlone = items.every((it) => written(it['date']) !== item['date'])
  if (isAlone || item['id'] !== undefined) return item
  const base =
    slug(
      String(item['text'] as string)
        .split(/\s+/)
        .slice(0, 4)
        .join(' '),
    ) || 'news'
  const taken = new Set(items.map((it) => it['id']))
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  return { id, ...item }
}

function refuseTwice(
  target: PartnershipTarget,
  name: ItemKindName,
  item: Item,
  items: readonly Record<string, unknown>[],
) {
  const { list } = ITEM_KINDS[name]
  const identity = metaAt(partnershipSchema, [list])?.identity ?? []
  const nameOf = (it: Record<string, unknown>) => identity.map((key) => written(it[key]) ?? '').join('\n')
  if (!items.some((it) => nameOf(it) === nameOf(item))) return
  const known = identity.map((key) => item[key]).find((it) => typeof it === 'string')
  throw new UsageError(
    `${target.name} has ${/^[aeiou]/i.test(labelOf(name)) ? 'an' : 'a'} ${lowerFirst(labelOf(name))} “${String(known)}” already`,
    `change it with partners set ${target.id} "${list}[${String(known)}].…" …`,
  )
}

/** A list that has its newest items first goes on so; otherwise the new one follows those of its day. */
function positionOf(items: readonly Record<string, unknown>[], day: Written | undefined): number {
  const read = typeof day === 'string' ? parseInexactDay(day) : undefined
  if (read === undefined || 'kind' in read) return items.length
  const days = items.map((it) => (it['date'] as InexactDay | undefined)?.last ?? '')
  const isNewestFirst =
    days.length > 1 && days.every((it, index) => index === 0 || it <= days[index - 1]!) && days[0]! > days.at(-1)!
  if (isNewestFirst) {
    const older = days.findIndex((it) => it < read.last)
    return older === -1 ? items.length : older
  }
  return days.findLastIndex((it) => it <= read.last) + 1 || (days.length === 0 ? 0 : firstLater(days, read.last))
}

const firstLater = (days: readonly string[], day: Day) =>
  Math.max(
    0,
    days.findIndex((it) => it > day),
  )

/** Fields in the catalogue's order. */
function inOrder(name: ItemKindName, item: Item): Item {
  const keys = [...new Set([...itemFields(name).map((it) => it.path[0]!), ...Object.keys(item)])]
  return Object.fromEntries(keys.filter((key) => item[key] !== undefined).map((key) => [key, item[key]!]))
}

function describeItem(name: ItemKindName, item: Item): string {
  const stated = itemFields(name).flatMap(({ path, meta, option }) => {
    const value = path.reduce<unknown>((it, key) => childOf(it, key), item)
    if (value === undefined || path.length > 1) return []
    const text = formatWritten(value, meta.kind)
    if (option === 'id') return []
    return [option === 'text' || option === 'title' ? `“${text}”` : `${lowerFirst(meta.label)} ${text}`]
  })
  return stated.join(', ')
}

function formatWritten(value: unknown, kind: string): string {
  if (Array.isArray(value)) return value.join(', ')
  const text = String(value as string)
  const day = kind === 'day' ? parseInexactDay(text) : undefined
  if (day !== undefined && !('kind' in day)) return formatInexactDay(day)
  return kind === 'text' ? shortText(text) : inWords(text)
}

const written = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'written' in value
    ? String(value.written)
    : (value as string | undefined)

/** One body holds one review a day: recorded again, by the same one or without saying by whom, it is stamped again. */
function renewedReview(target: PartnershipTarget, item: Item): Change | undefined {
  const index = target.record.reviews.findIndex(
    (it) => written(it.date) === item['date'] && (item['by'] === undefined || it.by === item['by']),
  )
  const old = target.record.reviews[index]
  if (old === undefined) return undefined
  const path = ['reviews', index]
  const fields = Object.entries(item).filter(([key]) => key !== 'date')
  // a stamp is one thing: none of its lines outlives it
  const gone = old.stamp !== undefined && item['stamp'] !== undefined
  const edits = [
    ...(gone ? [{ op: 'remove', path: [...path, 'stamp'] } as const] : []),
    ...fields.map(([key, value]): TreeEdit => ({ op: 'set', path: [...path, key], value })),
  ]
  return {
    edits: editsOf(target.file, edits),
    sentence: `Review of ${target.name} of ${formatInexactDay(old.date)} is brought up to date${item['stamp'] === undefined ? '' : ', and stamped as the register is now'}`,
    nothing: 'Nothing to change: it already says so.',
  }
}

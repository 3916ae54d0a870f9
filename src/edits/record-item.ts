import type { TreeEdit, Written } from '../document/edit.js'
import type { Path } from '../document/node.js'
import { parseInexactDay, formatDay, formatInexactDay, type Day, type InexactDay, latestIndex } from '../model/day.js'
import { ASPECTS, parseGrade } from '../model/grade.js'
import { slug } from '../model/id.js'
import { partnershipSchema, type Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { childOf, metaAt } from '../model/schema-walk.js'
import { allOf, UsageError } from '../model/usage-error.js'
import { inWords, lowerFirst, formatNames, shortText } from '../model/words.js'
import { editsOf, type Change } from './change.js'
import { checkedList, checkedText, fieldsIn } from './check-value.js'
import { echoed } from './echoed.js'
import { itemFields, itemSchema, type ItemField } from './item-fields.js'
import { ITEM_KINDS, type ItemKind, type ItemKindName } from './item-kinds.js'
import { recordDocument } from './record-document.js'
import { refuseLost } from './refuse-unread.js'
import { clearUnknown } from './clear-unknown.js'
import type { Target } from './target.js'

/** The texts of an item's fields by option, such as `due` or `governance-comment`. */
export type ItemRequest = Readonly<Record<string, string | readonly string[] | undefined>>

type Item = Record<string, Written>

/** Fields that the tool fills, and notes about them. */
export interface Filled {
  readonly filled: Readonly<Record<string, Written>>
  readonly notes: readonly string[]
}

type PartnershipTarget = Target<Partnership>

/**
 * Adds an item to a partnership; a review of the same day is updated, and so is a document unless it is renewed.
 * @param asOf items that record what happened are dated this day by default, and never later
 * @param complete what the tool adds to the item, such as the stamp of a review; it gets the day as it will be written
 * @throws UsageError if a field does not allow its value, something is missing, or the item exists already
 */
export function recordItem(
  register: Register,
  target: PartnershipTarget,
  name: ItemKindName,
  request: ItemRequest,
  asOf: Day,
  complete?: (on: string) => Filled,
): Change {
  const kind: ItemKind = ITEM_KINDS[name]
  refuseLost(register, target.file, kind.list)
  const given = checkedItem(register, target, name, withText(kind, withDay(kind, request, asOf)))
  refuseFuture(kind, given, asOf)
  const { filled, notes } = complete?.(String(given[kind.date!] as string)) ?? { filled: {}, notes: [] }
  const change = recorded(target, name, { ...given, ...filled }, request['replace'] !== undefined)
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

/**
 * Adds a recommendation to an audit of register.yaml or of an update, or to an evaluation of a partnership.
 * @param of where it is in its record: `['audits', 0]`
 * @param from its title
 * @throws UsageError as `recordItem` does
 */
export function recordRecommendation(
  register: Register,
  target: Target,
  { of, from }: { readonly of: Path; readonly from: string },
  request: ItemRequest,
): Change {
  const name = 'recommendation'
  refuseLost(register, target.file, String(of[0]))
  const item = checkedItem(register, target, name, withText(ITEM_KINDS[name], request))
  refuseIncomplete(name, item)
  const path = [...of, ITEM_KINDS[name].list]
  const items = path.reduce<unknown>((above, key) => childOf(above, key), target.record) as readonly Record<
    string,
    unknown
  >[]
  refuseTwice({ id: target.id, name: `“${from}”` }, name, item, items)
  return {
    edits: editsOf(target.file, [{ op: 'insert', path: [...path, items.length], value: inOrder(name, item) }]),
    sentence: `Recommendation of “${from}” is recorded: ${describeItem(name, item)}`,
  }
}

/** Only the latest grades count: an aspect that they leave out is no longer graded. */
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

/** What happened is dated the day of the run by default. */
const withDay = ({ date, isOfDay }: ItemKind, request: ItemRequest, asOf: Day): ItemRequest =>
  isOfDay && date !== undefined && request[date] === undefined ? { ...request, [date]: asOf } : request

/** `--text` is the item's main text; for an assessment, the comment on the one grade that needs one. */
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

/** The values of an item, each checked; everything that is wrong with them is reported at once. */
function checkedItem(register: Register, { file }: Target, name: ItemKindName, request: ItemRequest): Item {
  const schema = itemSchema(name)
  const item: Item = {}
  const put = ({ option, path, isList }: ItemField, given: string | readonly string[]) => {
    const place = { register, file, schema, path, named: `--${option}` }
    const fields = option === 'amount' ? fieldsIn(place, String(given as string)) : undefined
    if (fields !== undefined) return Object.assign(item, fields)
    const value = isList ? checkedList(place, asList(given)) : checkedText(place, String(given as string))
    const [key, below] = path as [string, string?]
    return (item[key] = below === undefined ? value : { ...(item[key] as Item | undefined), [below]: value })
  }
  const pieces = itemFields(name).flatMap((field) => {
    const text = request[field.option]
    return text === undefined ? [] : [() => put(field, text)]
  })
  allOf<unknown>(pieces)
  return item
}

const asList = (given: string | readonly string[]): readonly string[] => (typeof given === 'string' ? [given] : given)

function refuseFuture({ isOfDay, date }: ItemKind, item: Item, asOf: Day): void {
  const day = date === undefined ? undefined : item[date]
  const read = isOfDay && typeof day === 'string' ? parseInexactDay(day) : undefined
  if (read !== undefined && !('kind' in read) && read.first > asOf)
    throw new UsageError(
      `${formatInexactDay(read)} is in the future: this is as of ${formatDay(asOf)}`,
      'write the day on which it happened; what is planned is an action or a milestone',
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

/** A headline gets an id if there is another one of its day. */
function withOwnId(item: Item, items: readonly Record<string, unknown>[]): Item {
  const same = items.find((it) => it['text'] === item['text'] && written(it['date']) === item['date'])
  if (same !== undefined) throw new UsageError('this headline is already recorded, word for word')
  const isAlone = items.every((it) => written(it['date']) !== item['date'])
  if (isAlone || item['id'] !== undefined) return item
  const words = String(item['text'] as string).split(/\s+/)
  const base = slug(words.slice(0, 4).join(' ')) || 'news'
  const taken = new Set(items.map((it) => it['id']))
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  return { id, ...item }
}

function refuseTwice(
  target: Pick<Target, 'id' | 'name'>,
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
    `${target.name} has ${/^[aeiou]/i.test(labelOf(name)) ? 'an' : 'a'} ${lowerFirst(labelOf(name))} “${echoed(String(known))}” already`,
    `change it with partners set ${target.id} "${list}[${echoed(String(known))}].…" …`,
  )
}

/** In a list with the newest items first, before older ones; otherwise after those of its day. */
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
  return days.findLastIndex((it) => it <= read.last) + 1
}

/** Fields in the catalogue's order. */
function inOrder(name: ItemKindName, item: Item): Item {
  const keys = [...new Set([...itemFields(name).map((it) => it.path[0]!), ...Object.keys(item)])]
  return Object.fromEntries(keys.filter((key) => item[key] !== undefined).map((key) => [key, item[key]!]))
}

function describeItem(name: ItemKindName, item: Item): string {
  const stated = itemFields(name).flatMap(({ path, meta, option }) => {
    const value = path.reduce<unknown>((it, key) => childOf(it, key), item)
    if (value === undefined || path.length > 1 || option === 'id') return []
    const text = formatWritten(value, meta.kind)
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

/** A body holds one review a day: recorded again by the same body, or without a body, it is stamped again. */
function renewedReview(target: PartnershipTarget, item: Item): Change | undefined {
  const index = target.record.reviews.findIndex(
    (it) => written(it.date) === item['date'] && (item['by'] === undefined || it.by === item['by']),
  )
  const old = target.record.reviews[index]
  if (old === undefined) return undefined
  const path = ['reviews', index]
  const fields = Object.entries(item).filter(([key]) => key !== 'date')
  // a stamp is replaced as a whole, not line by line
  const isRestamped = old.stamp !== undefined && item['stamp'] !== undefined
  const edits = [
    ...(isRestamped ? [{ op: 'remove', path: [...path, 'stamp'] } as const] : []),
    ...fields.map(([key, value]): TreeEdit => ({ op: 'set', path: [...path, key], value })),
  ]
  const stamped = item['stamp'] === undefined ? '' : ', and stamped with the present state of the register'
  return {
    edits: editsOf(target.file, edits),
    sentence: `Review of ${target.name} of ${formatInexactDay(old.date)} is updated${stamped}`,
    nothing: 'Nothing to change: it already says so.',
  }
}

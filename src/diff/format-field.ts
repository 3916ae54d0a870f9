import { formatShare } from '../figures/shares.js'
import { formatCondition, type Condition } from '../model/condition.js'
import { formatInexactDay, type InexactDay } from '../model/day.js'
import type { Duration } from '../model/duration.js'
import { lookUp } from '../model/look-up.js'
import { formatMoney, PER } from '../model/money.js'
import { isNamedIn, schemaAt } from '../model/schema-walk.js'
import { inSourceWords } from '../model/source-words.js'
import { capital, inWords, lowerFirst, shortText } from '../model/words.js'
import { metaOf, type FieldChange, type Item, type Schema } from './compare.js'
import { isMap, isNothing } from '../model/same.js'
import type { State } from './fact.js'
import { DIRECTION_WORDS } from '../model/partnership-money.js'
import type { Partnership } from '../model/partnership.js'

/** A value in one line; of a group, its fields. */
export function formatValue(schema: Schema | undefined, value: unknown, state: State): string {
  if (isNothing(value)) return 'nothing'
  const kind = metaOf(schema)?.kind
  if (kind === 'money') return formatMoney(value as number, state.register.settings.currency)
  if (kind === 'share') return formatShare(value as number)
  if (kind === 'flag') return value === true ? 'yes' : 'no'
  if (kind === 'choice') return inWords(String(value))
  if (kind === 'code') return nameOf(state, String(value))
  if (Array.isArray(value)) {
    const item = schema && schemaAt(schema, [0])
    return value.map((it) => formatValue(item, it, state)).join(', ')
  }
  if (!isMap(value)) return shortText(String(value as string | number))
  if ('first' in value) return formatInexactDay(value as unknown as InexactDay)
  if ('months' in value) return (value as unknown as Duration).written
  if ('op' in value) return formatCondition(value as unknown as Condition, state.register.settings.currency)
  return formatContent(schema, value, state)
}

/**
 * The fields of a group with their values.
 * @param shown keys whose values are shown already
 */
export function formatContent(
  schema: Schema | undefined,
  written: Record<string, unknown>,
  state: State,
  shown: readonly string[] = [],
): string {
  const group = schema === undefined ? written : inSourceWords(schema, written)
  const left = Object.keys(group).filter((key) => !isNothing(group[key]) && ![...shown, ...HIDDEN].includes(key))
  const groupLabel = metaOf(schema)?.label
  const contents = left.slice(0, MOST_SHOWN).map((key) => {
    const field = schema && schemaAt(schema, [key])
    const { label = key, phrase } = metaOf(field) ?? {}
    // inside its group, a label that names the group would only repeat it
    const isRepeated = phrase && groupLabel !== undefined && isNamedIn(groupLabel, label)
    return `${isRepeated ? phrase : lowerFirst(label)} ${quoteSentence(formatValue(field, group[key], state))}`
  })
  return contents.join(', ') + (left.length > MOST_SHOWN ? ', …' : '')
}
const MOST_SHOWN = 5

/** A whole sentence in quotation marks, so that its full stop does not end ours. */
export const quoteSentence = (text: string) => (/[.!?…]$/.test(text) ? `“${text}”` : text)
/** Keys for programs only: the fingerprints of a stamp mean nothing to people. */
const HIDDEN = ['stamp']

/** The name of the record with an id; any other text unchanged. */
const nameOf = ({ register }: State, id: string) =>
  (lookUp(register).organisation.get(id) ?? lookUp(register).partnership.get(id))?.name ?? id

/**
 * The subject of a change: `Notice`, `Level of importance`, `Owner of risk “Vacancies”`,
 * `Partner role “host” of partner “Mind”`.
 */
export function formatContents({ labels, items }: FieldChange, state: State): string {
  const around = items.map((it, depth) => formatItem(it, labelOfItem(labels, depth), state)).toReversed()
  const [item] = items.slice(-1)
  const label = labels.at(-1)!
  // a value of a list or map, or an item that came or went, is itself what changed
  if (item !== undefined && (isWhole(item) || metaOf(item.schema)?.kind !== 'group'))
    return capital(around.join(' of '))
  if (item !== undefined) return [label, ...around].join(' of ')
  const group = labels.at(-2)
  return group === undefined || isNamedIn(group, label) ? label : `${label} of ${lowerFirst(group)}`
}

const isWhole = ({ before, after }: Item) => before === undefined || after === undefined
const labelOfItem = (labels: readonly string[], depth: number) => labels[Math.min(depth, labels.length - 1)]!

/** An item by what people know it by: `risk “Vacancies”`, `review of 30 April 2019`, `alias “RRP”`. */
export function formatItem(item: Item, list: string, state: State): string {
  const { schema, name, before, after } = item
  const noun = lowerFirst(metaOf(schema)?.label ?? list)
  if (name !== undefined) return `${noun} “${name}”`
  const value = after ?? before
  if (!isMap(value)) return `${noun} “${nameOf(state, formatValue(schema, value, state))}”`
  if (value['type'] !== undefined) return documentName(value as unknown as NamedDocument, state)
  const format = (key: string) => formatValue(schema && schemaAt(schema, [key]), value[key], state)
  const keys = namingKeys(value)
  if (keys[0] === 'date') return `${noun} of ${format('date')}`
  return keys.length === 0 ? noun : `${noun} “${shortText(keys.map(format).join(' '), 80)}”`
}

/** The keys that name an item. */
export function namingKeys(item: Record<string, unknown>): string[] {
  if (item['type'] !== undefined) return ['type', 'organisation']
  const named = NAMES.find((key) => !isNothing(item[key]))
  if (named !== undefined) return [named]
  return ['scheme', 'number', 'id'].filter((key) => item[key] !== undefined)
}

const NAMES = 'title name organisation group function power heading version rule step who date'.split(' ')

interface NamedDocument {
  readonly type: string
  readonly organisation?: string | undefined
}

/** A document by its title in the policy, and its holder. */
export function documentName({ type, organisation }: NamedDocument, state: State): string {
  const title =
    state.policy.policy.entries('documents').find((it) => it.id === type)?.data.title ?? capital(inWords(type))
  return organisation === undefined ? title : `${title} of ${nameOf(state, organisation)}`
}

/** A path such as `value.direction` in words. */
export const labelledPath = (path: string): string => inWords(path.replaceAll('.', ' '))

type Value = Pick<NonNullable<Partnership['value']>, 'amount' | 'at-least' | 'basis' | 'per' | 'direction'>

const BASIS = {
  exact: '',
  approximate: 'about ',
  'just-under': 'nearly ',
  'at-least': 'at least ',
  'up-to': 'up to ',
} as const

/** A partnership’s value in one phrase: `about £8.6m a year, money in`. */
export function formatMoneyValue(
  { amount, 'at-least': least, basis = 'exact', per, direction }: Value,
  currency: string,
): string {
  const range = least === undefined ? '' : `${formatMoney(least, currency)} to `
  return `${BASIS[basis]}${range}${formatMoney(amount, currency)}${per === undefined ? '' : ` ${PER[per]}`}${direction === undefined ? '' : `, ${DIRECTION_WORDS[direction]}`}`
}

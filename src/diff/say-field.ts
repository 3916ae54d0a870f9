import { sayCondition, type Condition } from '../model/condition.js'
import { sayInexactDay, type InexactDay } from '../model/day.js'
import type { Duration } from '../model/duration.js'
import { lookUp } from '../model/look-up.js'
import { sayMoney } from '../model/money.js'
import { capital, inWords, lowerFirst } from '../model/words.js'
import { schemaAt } from '../model/schema-walk.js'
import { sayShare } from '../figures/shares.js'
import type { State } from './state.js'
import { metaOf, type FieldChange, type Item, type Schema } from './compare.js'
import { isMap, isNothing } from './same.js'

/** A value as a line of words; of a group what it holds, beside what it is called by. */
export function sayValue(schema: Schema | undefined, value: unknown, state: State): string {
  if (isNothing(value)) return 'nothing'
  const kind = metaOf(schema)?.kind
  if (kind === 'money') return sayMoney(value as number, state.register.settings.currency)
  if (kind === 'share') return sayShare(value as number)
  if (kind === 'flag') return value === true ? 'yes' : 'no'
  if (kind === 'choice') return inWords(String(value))
  if (kind === 'code') return nameOf(state, String(value))
  if (Array.isArray(value)) {
    const item = schema && schemaAt(schema, [0])
    return value.map((it) => sayValue(item, it, state)).join(', ')
  }
  if (!isMap(value)) return shortText(String(value as string | number))
  if ('first' in value) return sayInexactDay(value as unknown as InexactDay)
  if ('months' in value) return (value as unknown as Duration).written
  if ('op' in value) return sayCondition(value as unknown as Condition)
  return sayContent(schema, value, state)
}

/** What a group holds, field by field, without what it is called by. */
export function sayContent(schema: Schema | undefined, group: Record<string, unknown>, state: State): string {
  const told = Object.keys(group).filter((key) => !isNothing(group[key]) && !NAMES.includes(key) && key !== 'id')
  const said = told.slice(0, MOST_TOLD).map((key) => {
    const field = schema && schemaAt(schema, [key])
    return `${lowerFirst(metaOf(field)?.label ?? key)} ${sayValue(field, group[key], state)}`
  })
  return said.join(', ') + (told.length > MOST_TOLD ? ', …' : '')
}
const MOST_TOLD = 5

/** The name of a record that an id stands for; what is no id stands for itself. */
const nameOf = ({ register }: State, id: string) =>
  (lookUp(register).organisation.get(id) ?? lookUp(register).partnership.get(id))?.name ?? id

const shortText = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).replace(/\s+\S*$/, '')} …` : line
}
const LONGEST = 100

/**
 * What of a record a change is about: `Notice`, `Level of importance`, `Owner of risk “Vacancies”`, `Valid of document
 * duty “dpia”`.
 */
export function sayWhat({ keys, labels, items, before, after }: FieldChange, state: State): string {
  const item = items.at(-1)
  const isItem = item !== undefined && (item.before === undefined || item.after === undefined)
  if (isItem) return capital(sayItem(item, labels.at(-1)!, state))
  const plain = PLAIN[keys.join('.')]
  if (item !== undefined && metaOf(item.schema)?.kind !== 'group' && item.before === before && item.after === after)
    return capital(sayItem(item, labels.at(-1)!, state))
  const label = plain ?? labels.at(-1)!
  if (item !== undefined) return `${label} of ${sayItem(item, labels.at(-1)!, state)}`
  const group = labels.at(-2)
  return group === undefined || plain !== undefined || label.startsWith(group)
    ? label
    : `${label} of ${lowerFirst(group)}`
}

/** Fields whose own label tells too little beside that of their group. */
const PLAIN: Readonly<Record<string, string>> = {
  'tier.at': 'Tier that was decided',
  'tier.by': 'Who decided the tier',
  'tier.until': 'Last day of the decided tier',
  'merged.into': 'Successor',
  'merged.on': 'Day of the merger',
  'as-of': 'Day of the register',
  sources: 'Source',
}

/** An item by what people know it by: `risk “Vacancies”`, `review of 30 April 2019`, `alias “RRP”`. */
export function sayItem({ schema, name, before, after }: Item, list: string, state: State): string {
  const noun = lowerFirst(metaOf(schema)?.label ?? list)
  if (name !== undefined) return `${noun} “${name}”`
  const value = after ?? before
  if (!isMap(value)) return `${noun} “${sayValue(schema, value, state)}”`
  const say = (key: string) => sayValue(schema && schemaAt(schema, [key]), value[key], state)
  const named = NAMES.find((key) => !isNothing(value[key]))
  if (named !== undefined) return `${noun} “${say(named)}”`
  if (value['date'] !== undefined) return `${noun} of ${say('date')}`
  if (value['type'] !== undefined) return documentName(value as unknown as NamedDocument, state)
  const words = ['organisation', 'scheme', 'number', 'id'].filter((key) => value[key] !== undefined).map(say)
  return words.length === 0 ? noun : `${noun} “${words.join(' ')}”`
}

interface NamedDocument {
  readonly type: string
  readonly organisation?: string | undefined
}

/** A document by its title in the policy, and whose it is. */
export function documentName({ type, organisation }: NamedDocument, state: State): string {
  const title = state.policy.policy.entries('documents').find((it) => it.id === type)?.data.title
  const name = title === undefined ? inWords(type) : lowerFirst(title)
  return organisation === undefined ? name : `${name} of ${nameOf(state, organisation)}`
}

/** Keys that hold what an item is called. */
const NAMES: readonly string[] = [
  'title',
  'name',
  'group',
  'function',
  'power',
  'heading',
  'version',
  'rule',
  'step',
  'who',
]

/** A path such as `risks[workforce].owner`, or the field it begins with, as people call it. */
export const labelledPath = (path: string): string => inWords(path.replaceAll('.', ' '))

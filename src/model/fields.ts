import * as z from 'zod'
import { parseInexactDay, isDay, type Day, type InexactDay } from './day.js'
import { parseDuration, type Duration } from './duration.js'
import { GRADES, parseGrade, type Grade } from './grade.js'
import { field, fieldMeta, type Extra, type FieldKind, type Read } from './field.js'
import { choiceError, dayError, durationError, moneyError, noEnd, notAnId, shareError, shown } from './field-errors.js'
import { ID } from './id.js'
import { parseMoney } from './money.js'
import { isSameWord } from './nearest.js'
import { inAnyCase } from './words.js'

// The builders of fields. All values of a register's files are read as text; each builder turns one into the typed value,
// or says what does not fit.

/**
 * A builder of fields that are all read in the same way.
 * @param usual what applies to each of them unless it says otherwise
 */
const builder =
  <T>(kind: FieldKind, json: Record<string, unknown>, read: Read<T>, usual: Extra = {}) =>
  (label: string, help: string, extra: Extra = {}) =>
    field(kind, json, label, help, { ...usual, ...extra }, read)

/** Dots stand for a text yet to be written, as in a hint that was copied. */
const statedText = (written: string) => (/^[.…\s]*$/.test(written) ? '' : written.trim())

const readText: Read<string> = (written, reject) =>
  statedText(written) ||
  reject({ code: 'schema/empty', message: 'there is no text here', hint: 'write it, or take the key out' })

/** Prose or a name; what was typed, without spaces around it. */
export const text = builder('text', { type: 'string' }, readText)

/** An identifier: kept letter by letter, so `00123` and `5E1` stay as they are. */
export const code = builder('code', { type: 'string' }, readText)

/** The id of a record or entry: small letters, digits and hyphens. */
export const id = builder('code', { type: 'string', pattern: ID.source }, (written, reject) =>
  ID.test(written) ? written : reject(notAnId(written)),
)

/** A code of a fixed form; `hint` is what to write. */
export const formed = (label: string, help: string, form: RegExp, hint: string, extra: Extra = {}) =>
  field('code', { type: 'string', pattern: form.source }, label, help, extra, (written, reject) =>
    form.test(written.trim())
      ? written.trim()
      : reject({ message: `${shown(written)} is not a ${label.toLowerCase()}`, hint }),
  )

/** One of a closed list; `values` gives each value its meaning. */
export function choice<const V extends string>(
  label: string,
  help: string,
  values: Record<V, string>,
  extra: Extra = {},
) {
  const names = Object.keys(values) as V[]
  const json = { enum: names, enumDescriptions: names.map((name) => values[name]) }
  return field('choice', json, label, help, extra, (written, reject): V => {
    const name = written.trim()
    return Object.hasOwn(values, name) ? (name as V) : reject(choiceError(written, label, names, extra.also))
  })
}

const readGrade: Read<Grade> = (written, reject) =>
  parseGrade(written) ??
  reject({
    code: 'schema/choice',
    message: `${shown(written)} is not a grade`,
    hint: 'allowed: R, R/A, A, A/G, G (red, red-amber, amber, amber-green, green)',
  })

/** R, R/A, A, A/G or G; other spellings are understood, and a rule reports them. */
export const grade = builder('grade', { enum: GRADES }, readGrade, { example: 'A/G' })

export const flag = builder('flag', { type: 'boolean' }, (written, reject): boolean => {
  if (written === 'true' || written === 'false') return written === 'true'
  const isYes = /^(?:yes|y|on|true)$/i.test(written)
  const meant = isYes || /^(?:no|n|off|false)$/i.test(written) ? String(isYes) : undefined
  return reject({
    message: `${shown(written)} is not true or false`,
    hint: `write ${meant ?? 'true or false'}`,
    ...(meant !== undefined && { correction: { text: meant, safe: true } }),
  })
})

/** A whole number between two bounds. */
export function number(label: string, help: string, least = 0, most = Number.MAX_SAFE_INTEGER, extra: Extra = {}) {
  const isOpen = most === Number.MAX_SAFE_INTEGER
  const range = isOpen ? `a whole number, ${least} or more` : `a whole number from ${least} to ${most}`
  const json = { type: 'integer', minimum: least, ...(!isOpen && { maximum: most }) }
  return field('number', json, label, help, extra, (text, reject): number => {
    const written = text.trim()
    const value = Number(/^\d{1,3}(?:,\d{3})+$/.test(written) ? written.replaceAll(',', '') : written)
    if (!/^[-+]?\d[\d,]*$/.test(written) || !Number.isSafeInteger(value)) {
      const meant = numberInWords(written, extra.also)
      return reject({
        code: 'schema/number',
        message: `${shown(text)} is not a whole number`,
        hint: `write ${meant?.text ?? range}`,
        ...(meant && { correction: meant }),
      })
    }
    if (value >= least && value <= most) return value
    return reject({
      code: 'schema/number',
      message: `${written} is outside the range of this field`,
      hint: `write ${range}`,
    })
  })
}

/** `Likely` and `4 - Likely` on a scale whose numbers have words; certain where the number is given with its word. */
function numberInWords(written: string, words: Record<string, string> = {}) {
  const [, before, word, behind] =
    /^(?:(\d+)\s*[-–:.]?\s*)?([a-z][a-z ]*?)(?:\s*[-–:(]\s*(\d+)\)?)?$/i.exec(written) ?? []
  const known = Object.keys(words).find((it) => word !== undefined && isSameWord(it, word))
  const text = known && words[known]
  const given = before ?? behind
  return text === undefined || (given !== undefined && given !== text) ? undefined : { text, safe: given !== undefined }
}

/** A share in thousandths of a per cent (60% = 60,000), so that shares add up exactly. */
export const share = builder(
  'share',
  { type: 'string', pattern: '^\\s*\\d{1,3}(\\.\\d{1,3})?\\s*%\\s*$' },
  (written, reject): number => {
    const parts = /^(\d{1,3})(?:\.(\d{1,3}))?\s*%$/.exec(written.trim())
    const value = parts === null ? NaN : Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0'))
    return value <= 100_000 ? value : reject(shareError(written))
  },
  { example: '60%' },
)

/** Also reads `none`, for what deliberately has no value. */
const orNone =
  <T>(read: Read<T>): Read<T | 'none'> =>
  (written, reject) =>
    written === 'none' ? 'none' : read(written, reject)

const readDay: Read<InexactDay> = (written, reject) => {
  const read = parseInexactDay(written)
  return 'kind' in read ? reject(dayError(written, read)) : read
}
const readDayOrNone = orNone<InexactDay>((written, reject) =>
  readDay(written, (error) => reject(noEnd(written) ?? error)),
)

const DAY_JSON = {
  type: ['string', 'integer'],
  pattern: '^(none|\\d{4}(-\\d{2}(-\\d{2})?)?(\\s*/\\s*\\d{4}(-\\d{2}(-\\d{2})?)?|/\\d{2})?)$',
}

/** A day as exact as it is known. */
export const day = builder('day', DAY_JSON, readDay, { example: '2019-04-30' })

/** A day, or `none` where there is deliberately none. */
export const dayOrNone = builder('day', DAY_JSON, readDayOrNone, { example: '2029-03-31' })

const readExactDay: Read<Day> = (written, reject) => {
  if (isDay(written.trim())) return written.trim()
  const read = parseInexactDay(written)
  if ('kind' in read) return reject(dayError(written, read))
  const message = `${shown(written)} is not one exact day`
  return reject({ code: 'schema/day', message, hint: `write a day, such as ${read.last}` })
}

/** One day exactly. */
export const exactDay = builder('day', { type: 'string', format: 'date' }, readExactDay, { example: '2019-04-30' })

const readDuration: Read<Duration> = (written, reject) => parseDuration(written) ?? reject(durationError(written))
const DURATION = `^\\s*\\d{1,4}\\s+(${['day', 'week', 'month', 'year'].map(inAnyCase).join('|')})[sS]?\\s*$`

export const duration = builder('duration', { type: 'string', pattern: DURATION }, readDuration, {
  example: '6 months',
})

export const durationOrNone = builder(
  'duration',
  { type: 'string', pattern: `^none$|${DURATION}` },
  orNone(readDuration),
  { example: '12 months' },
)

export const money = (label: string, help: string, extra: Extra = {}) =>
  field(
    'money',
    { type: ['number', 'string'] },
    label,
    help,
    { example: '8.6m', ...extra },
    (written, reject) => parseMoney(written) ?? reject(moneyError(written, label === 'Amount')),
  )

/** A list; an absent one is empty. `identity` names the keys by which an item is known. */
export function list<T extends z.ZodType>(
  label: string,
  help: string,
  item: T,
  identity: readonly string[] = [],
  extra: Extra = {},
) {
  const inner = z.array(item)
  inner.register(fieldMeta, { label, help, kind: 'list', json: {}, ...extra, ...(identity.length > 0 && { identity }) })
  return inner.default([] as never)
}

/** A map of named keys, made when one of them is first used: most runs need few of all groups. */
export const group = <S extends z.core.$ZodLooseShape>(label: string, help: string, fields: () => S) =>
  groupWith(label, help, {}, fields)

/** A group with further properties. */
export function groupWith<S extends z.core.$ZodLooseShape>(label: string, help: string, extra: Extra, fields: () => S) {
  const schema = new z.ZodObject({
    type: 'object',
    get shape() {
      const shape = fields()
      Object.defineProperty(this, 'shape', { value: shape })
      return shape
    },
    catchall: NO_OTHER_KEY,
  }) as z.ZodObject<S, z.core.$strict>
  return schema.register(fieldMeta, { label, help, kind: 'group', json: {}, ...extra })
}

const NO_OTHER_KEY = z.never()

/** A map whose keys are ids. */
export function mapOf<T extends z.ZodType>(label: string, help: string, value: T, extra: Extra = {}) {
  const inner = z.record(z.string(), value)
  inner.register(fieldMeta, { label, help, kind: 'map', json: {}, ...extra })
  return inner.default({} as never)
}

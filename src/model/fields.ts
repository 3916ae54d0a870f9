import * as z from 'zod'
import { parseInexactDay, isDay, type Day, type InexactDay } from './day.js'
import { parseDuration, type Duration } from './duration.js'
import { parseGrade, type Grade } from './grade.js'
import { field, fieldMeta, type Extra } from './field.js'
import {
  choiceError,
  dayError,
  durationError,
  moneyError,
  noEnd,
  notAnId,
  shareError,
  shown,
  type FieldError,
} from './field-errors.js'
import { ID } from './id.js'
import { parseMoney, type Pence } from './money.js'
import { isSameWord } from './nearest.js'
import { inAnyCase } from './words.js'

// The builders of fields. A register's file is read as text throughout; each builder makes the typed value of it, or says
// what does not fit.

/** Dots stand for a text to be written, as in a hint that was copied. */
const statedText = (written: string) => (/^[.…\s]*$/.test(written) ? '' : written.trim())

const readText: Read<string> = (written, reject) =>
  statedText(written) ||
  reject({ code: 'schema/empty', message: 'there is no text here', hint: 'write it, or take the key out' })

/** Prose or a name; what was typed, without spaces around it. */
export const text = (label: string, help: string, extra: Extra = {}) =>
  field('text', { type: 'string' }, label, help, extra, readText)

/** An identifier: kept letter by letter, so `00123` and `5E1` stay as they are. */
export const code = (label: string, help: string, extra: Extra = {}) =>
  field('code', { type: 'string' }, label, help, extra, readText)

/** A code of a fixed form; `says` is what was expected. */
export const formed = (label: string, help: string, form: RegExp, says: string, extra: Extra = {}) =>
  field('code', { type: 'string', pattern: form.source }, label, help, extra, (written, reject) =>
    form.test(written.trim())
      ? written.trim()
      : reject({ message: `${shown(written)} is not a ${label.toLowerCase()}`, hint: says }),
  )

/** The id of a record or entry: small letters, digits and hyphens. */
export const id = (label: string, help: string, extra: Extra = {}) =>
  field('code', { type: 'string', pattern: ID.source }, label, help, extra, (written, reject) =>
    ID.test(written) ? written : reject(notAnId(written)),
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

/** R, R/A, A, A/G or G; other spellings are understood, and a rule reports them. */
export const grade = (label: string, help: string, extra: Extra = {}) =>
  field(
    'grade',
    { enum: ['R', 'R/A', 'A', 'A/G', 'G'] },
    label,
    help,
    { example: 'A/G', ...extra },
    (written, reject): Grade => {
      return (
        parseGrade(written) ??
        reject({
          code: 'schema/choice',
          message: `${shown(written)} is not a grade`,
          hint: 'allowed: R, R/A, A, A/G, G (red, red-amber, amber, amber-green, green)',
        })
      )
    },
  )

export const flag = (label: string, help: string, extra: Extra = {}) =>
  field('flag', { type: 'boolean' }, label, help, extra, (written, reject): boolean => {
    if (written === 'true' || written === 'false') return written === 'true'
    const meant = /^(yes|y|on|true)$/i.test(written)
      ? 'true'
      : /^(no|n|off|false)$/i.test(written)
        ? 'false'
        : undefined
    return reject({
      message: `${shown(written)} is not true or false`,
      hint: meant === undefined ? 'write true or false' : `write ${meant}`,
      ...(meant !== undefined && { correction: { text: meant, safe: true } }),
    })
  })

/** A whole number between two bounds. */
export const number = (label: string, help: string, least = 0, most = Number.MAX_SAFE_INTEGER, extra: Extra = {}) =>
  field(
    'number',
    { type: 'integer', minimum: least, ...(most < Number.MAX_SAFE_INTEGER && { maximum: most }) },
    label,
    help,
    extra,
    (written, reject): number => {
      const value = Number(written.trim().replace(/^(\d{1,3}(?:,\d{3})+)$/, (all) => all.replaceAll(',', '')))
      const range =
        most === Number.MAX_SAFE_INTEGER
          ? `a whole number, ${least} or more`
          : `a whole number from ${least} to ${most}`
      if (!/^[-+]?\d[\d,]*$/.test(written.trim()) || !Number.isSafeInteger(value)) {
        const meant = numberInWords(written, extra.also)
        return reject({
          code: 'schema/number',
          message: `${shown(written)} is not a whole number`,
          hint: meant === undefined ? `write ${range}` : `write ${meant.text}`,
          ...(meant && { correction: meant }),
        })
      }
      return value < least || value > most
        ? reject({
            code: 'schema/number',
            message: `${written.trim()} is outside what this can be`,
            hint: `write ${range}`,
          })
        : value
    },
  )

/** `Likely` and `4 - Likely` on a scale whose numbers have words; sure where the number stands beside its word. */
function numberInWords(
  written: string,
  words: Record<string, string> = {},
): { text: string; safe: boolean } | undefined {
  const [, before, word, behind] =
    /^(?:(\d+)\s*[-–:.]?\s*)?([a-z][a-z ]*?)(?:\s*[-–:(]\s*(\d+)\)?)?$/i.exec(written.trim()) ?? []
  const known = Object.keys(words).find((it) => word !== undefined && isSameWord(it, word))
  const text = known && words[known]
  const given = before ?? behind
  return text === undefined || (given !== undefined && given !== text) ? undefined : { text, safe: given !== undefined }
}

/** A share in thousandths of a per cent (60% = 60,000), so that shares add up exactly. */
export const share = (label: string, help: string, extra: Extra = {}) =>
  field(
    'share',
    { type: 'string', pattern: '^\\s*\\d{1,3}(\\.\\d{1,3})?\\s*%\\s*$' },
    label,
    help,
    { example: '60%', ...extra },
    (written, reject): number => {
      const parts = /^(\d{1,3})(?:\.(\d{1,3}))?\s*%$/.exec(written.trim())
      const value = parts === null ? NaN : Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0'))
      return value <= 100_000 ? value : reject(shareError(written))
    },
  )

type Read<T> = (written: string, reject: (problem: FieldError) => never) => T

/** Reads `none`, too, where there is none on purpose. */
const orNone =
  <T>(read: Read<T>): Read<T | 'none'> =>
  (written, reject) =>
    written === 'none' ? 'none' : read(written, reject)

const readDay: Read<InexactDay> = (written, reject) => {
  const read = parseInexactDay(written)
  return 'kind' in read ? reject(dayError(written, read)) : read
}

/** A day as exact as it is known. */
export const day = (label: string, help: string, extra: Extra = {}) =>
  field('day', DAY_JSON, label, help, { example: '2019-04-30', ...extra }, readDay)

/** A day, or `none` where there is none on purpose. */
export const dayOrNone = (label: string, help: string, extra: Extra = {}) =>
  field(
    'day',
    DAY_JSON,
    label,
    help,
    { example: '2029-03-31', ...extra },
    orNone((written, reject) => readDay(written, (problem) => reject(noEnd(written) ?? problem))),
  )

/** One day exactly. */
export const exactDay = (label: string, help: string, extra: Extra = {}) =>
  field(
    'day',
    { type: 'string', format: 'date' },
    label,
    help,
    { example: '2019-04-30', ...extra },
    (written, reject): Day => {
      if (isDay(written.trim())) return written.trim()
      const read = parseInexactDay(written)
      return reject(
        'kind' in read
          ? dayError(written, read)
          : {
              code: 'schema/day',
              message: `${shown(written)} is not one exact day`,
              hint: `write a day, such as ${read.last}`,
            },
      )
    },
  )

const DAY_JSON = {
  type: ['string', 'integer'],
  pattern: '^(none|\\d{4}(-\\d{2}(-\\d{2})?)?(\\s*/\\s*\\d{4}(-\\d{2}(-\\d{2})?)?|/\\d{2})?)$',
}

const readDuration: Read<Duration> = (written, reject) => parseDuration(written) ?? reject(durationError(written))

export const duration = (label: string, help: string, extra: Extra = {}) =>
  field('duration', { type: 'string', pattern: DURATION }, label, help, { example: '6 months', ...extra }, readDuration)

export const durationOrNone = (label: string, help: string) =>
  field(
    'duration',
    { type: 'string', pattern: `^none$|${DURATION}` },
    label,
    help,
    { example: '12 months' },
    orNone(readDuration),
  )

const DURATION = `^\\s*\\d{1,4}\\s+(${['day', 'week', 'month', 'year'].map(inAnyCase).join('|')})[sS]?\\s*$`

export const money = (label: string, help: string, extra: Extra = {}) =>
  field(
    'money',
    { type: ['number', 'string'] },
    label,
    help,
    { example: '8.6m', ...extra },
    (written, reject): Pence => parseMoney(written) ?? reject(moneyError(written, label === 'Amount')),
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

/** A map of named keys, made when something first asks for one of them: most runs ask for few of all groups. */
export const group = <S extends z.core.$ZodLooseShape>(label: string, help: string, fields: () => S) =>
  groupWith(label, help, {}, fields)

/** The same, with more that is known of it. */
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

import * as z from 'zod'
import type { PathKey } from '../document/node.js'
import { APRIL, formatInexactDay, parseInexactDay, type InexactDay } from './day.js'
import { lengthInDays, parseDuration } from './duration.js'
import { fieldMeta } from './field.js'
import { dayError } from './field-errors.js'
import { parseMoney, formatMoney } from './money.js'
import { nearest } from './nearest.js'

/** The facts about a partnership that conditions can use; a closed list. */
export const FACTS = {
  kind: { label: 'kind', type: 'word' },
  status: { label: 'status', type: 'word' },
  tier: { label: 'tier', type: 'tier' },
  'annual-value': { label: 'annual value', type: 'money' },
  'whole-life-value': { label: 'value over its whole life', type: 'money' },
  'value-direction': { label: 'funding direction', type: 'word' },
  data: { label: 'data', type: 'word' },
  'data-direction': { label: 'direction of data', type: 'word' },
  'shared-record': { label: 'shared record', type: 'flag' },
  processor: { label: 'processor', type: 'word' },
  controllership: { label: 'controllership', type: 'word' },
  'high-risk-data': { label: 'what makes the data risky', type: 'word' },
  'patient-data': { label: 'patient data', type: 'flag' },
  'information-level': { label: 'information-governance level', type: 'word' },
  'partner-kind': { label: 'kind of partner', type: 'word' },
  'partner-role': { label: 'role of a partner', type: 'word' },
  'partner-register': { label: 'public register of a partner', type: 'word' },
  'our-role': { label: 'our role', type: 'word' },
  care: { label: 'care', type: 'flag' },
  procurement: { label: 'procurement', type: 'word' },
  'procurement-regime': { label: 'procurement regime', type: 'word' },
  importance: { label: 'importance', type: 'word' },
  directorate: { label: 'directorate', type: 'word' },
  start: { label: 'start', type: 'day' },
  'term-years': { label: 'term in years', type: 'number' },
  'highest-risk': { label: 'highest open risk', type: 'number' },
  'due-diligence': { label: 'rating of due diligence', type: 'word' },
  statutory: { label: 'statutory', type: 'flag' },
  contributors: { label: 'number of contributors', type: 'number' },
  has: { label: 'has', type: 'word' },
} as const
export type FactName = keyof typeof FACTS
export type FactType = (typeof FACTS)[FactName]['type'] | 'duration'

/** What conditions may name, each with its label and how it compares. */
export type Catalogue = Readonly<Record<string, { readonly label: string; readonly type: FactType }>>

/** An entry of a catalogue in a condition. */
interface FactReference {
  readonly fact: string
  readonly label: string
  readonly type: FactType
}

/** The value of a fact: text (words, tiers, days), a number (pence, scores, years, days of a duration) or a flag. */
export type Operand = string | number | boolean

/** What a condition compares with: a value, or a day as exact as it was written. */
export type Wanted = Operand | InexactDay

export type Comparison = 'at-least' | 'at-most' | 'above' | 'below'

/** A condition over facts, read from the maps of a policy. An empty `all` always holds. */
export type Condition =
  | { readonly op: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  | (FactReference & { readonly op: 'one-of'; readonly values: readonly Wanted[]; readonly written: string })
  | (FactReference & { readonly op: Comparison; readonly value: Wanted; readonly written: string })

interface ConditionError {
  path: PathKey[]
  message: string
  hint: string
}

type ReportError = (problem: ConditionError) => void

interface Against {
  readonly catalogue?: Catalogue
  /** When a financial year begins. */
  readonly yearStart?: string | undefined
}

/**
 * Reads a condition; what does not fit is reported with its path inside the condition.
 * @param against what it may name: the facts of a partnership, unless there is another catalogue
 */
export function readCondition(
  input: unknown,
  report: ReportError,
  path: PathKey[] = [],
  against: Against = {},
): Condition {
  if (!isMap(input)) {
    report({ path, message: 'a condition needs facts with values', hint: 'write fact: value, such as kind: contract' })
    return { op: 'all', of: [] }
  }
  const of = Object.entries(input).map(([key, value]) => readPart(key, value, report, [...path, key], against))
  return of.length === 1 ? of[0]! : { op: 'all', of }
}

function readPart(key: string, value: unknown, report: ReportError, path: PathKey[], against: Against): Condition {
  if (key === 'not') return { op: 'not', of: readCondition(value, report, path, against) }
  if (key === 'any' || key === 'all') {
    if (Array.isArray(value))
      return { op: key, of: value.map((item, index) => readCondition(item, report, [...path, index], against)) }
    report({ path, message: `${key} needs a list of conditions`, hint: 'begin each with a dash' })
    return { op: 'all', of: [] }
  }
  const { yearStart = APRIL } = against
  const catalogue: Catalogue = against.catalogue ?? FACTS
  const found = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined
  if (found === undefined) {
    const meant = nearest(key, Object.keys(catalogue))
    report({
      path,
      message: `"${key}" is not a fact that conditions can use`,
      hint: meant === undefined ? `facts: ${Object.keys(catalogue).join(', ')}` : `did you mean ${meant}?`,
    })
    return { op: 'all', of: [] }
  }
  return readFact({ fact: key, label: found.label, type: found.type }, value, report, path, yearStart)
}

const COMPARISONS: Record<Comparison, string> = {
  'at-least': 'at least',
  'at-most': 'at most',
  above: 'above',
  below: 'below',
}

function readFact(
  fact: FactReference,
  value: unknown,
  report: ReportError,
  path: PathKey[],
  yearStart: string,
): Condition {
  const operand = (text: unknown, at: PathKey[]) => readOperand(fact, text, report, at, yearStart)
  if (!isMap(value)) {
    const items = Array.isArray(value) ? value : [value]
    const values = items.map((item, index) => operand(item, Array.isArray(value) ? [...path, index] : path))
    return { ...fact, op: 'one-of', values, written: items.map(String).join(' or ') }
  }
  const parts = Object.entries(value).map(([name, item]): Condition => {
    const at = [...path, name]
    if (name === 'not') return { op: 'not', of: readFact(fact, item, report, at, yearStart) }
    if (Object.hasOwn(COMPARISONS, name))
      return { ...fact, op: name as Comparison, value: operand(item, at), written: String(item) }
    report({
      path: at,
      message: `"${name}" is not a comparison`,
      hint: `comparisons: ${Object.keys(COMPARISONS).join(', ')}, not`,
    })
    return { op: 'all', of: [] }
  })
  return parts.length === 1 ? parts[0]! : { op: 'all', of: parts }
}

function readOperand(
  { type, label }: FactReference,
  text: unknown,
  report: ReportError,
  path: PathKey[],
  yearStart: string,
): Wanted {
  const wrong = (hint: string) => {
    const what = typeof text === 'string' ? `"${text}"` : 'a list or map'
    report({ path, message: `${what} cannot be compared with ${label}`, hint })
    return ''
  }
  if (typeof text !== 'string') return wrong('write a single value')
  if (type === 'money') return parseMoney(text) ?? wrong('write an amount, such as 1m')
  if (type === 'duration') {
    const duration = parseDuration(text)
    return duration === undefined ? wrong('write a length of time, such as 3 months') : lengthInDays(duration)
  }
  if (type === 'number') return /^\d+(\.\d+)?$/.test(text) ? Number(text) : wrong('write a number')
  if (type === 'flag') return text === 'true' || text === 'false' ? text === 'true' : wrong('write true or false')
  if (type === 'day') {
    const day = parseInexactDay(text, yearStart)
    return 'kind' in day ? wrong(dayError(text, day).hint ?? 'write a day') : day
  }
  return text
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field for a condition. */
export const condition = (label: string, help: string) =>
  z
    .unknown()
    .transform((input, { issues }): Condition =>
      readCondition(input, ({ path, message, hint }) => {
        const params = { code: 'schema/condition', hint }
        ;(issues as unknown[]).push({ code: 'custom', input, path, message, params })
      }),
    )
    .register(fieldMeta, { label, help, kind: 'map', json: { type: 'object' } })

/** A condition in words: `kind is contract, and annual value is at least £1m`. @param currency that of the register */
export function formatCondition(condition: Condition, currency?: string): string {
  switch (condition.op) {
    case 'all':
      return condition.of.map((it) => inside(it, 'any', currency)).join(', and ') || 'always'
    case 'any':
      return condition.of.map((it) => inside(it, 'all', currency)).join(', or ')
    case 'not':
      return `not (${formatCondition(condition.of, currency)})`
    case 'one-of':
      return inPlainWords(
        condition.fact === 'has' ? `it has ${condition.written}` : `${condition.label} is ${condition.written}`,
      )
    default:
      if (condition.fact === 'annual-value' && condition.op === 'above' && condition.value === 0) return 'money passes'
      if (typeof condition.value === 'object')
        return `${condition.label} is ${OF_DAYS[condition.op]} ${formatInexactDay(condition.value)}`
      return inPlainWords(`${condition.label} is ${COMPARISONS[condition.op]} ${formatOperand(condition, currency)}`)
  }
}

/** Days are compared in words of their own. */
const OF_DAYS: Record<Comparison, string> = {
  'at-least': 'on or after',
  'at-most': 'on or before',
  above: 'after',
  below: 'before',
}

const formatOperand = (
  { value, written, type }: Extract<Condition, { op: Comparison }>,
  currency: string | undefined,
) => (type === 'money' && typeof value === 'number' ? formatMoney(value, currency) : written)

/** Codes lose their hyphens (the id of an entry, such as `IG3`, has none), and flags become sentences. */
export const inPlainWords = (text: string) =>
  PLAIN[text] ??
  text.replace(/ (?:is|has) [a-z0-9, -]+$/, (words) =>
    words.replaceAll('-', ' ').replace(/\bsection(?= \d)/g, 'Section'),
  )

const PLAIN: Readonly<Record<string, string | undefined>> = {
  'care is true': 'care is delivered',
  'care is false': 'no care is delivered',
  'shared record is true': 'the partners share a record',
  'patient data is true': 'the data are of NHS patients',
  'patient data is false': 'the data are not of NHS patients',
  'it has bodies': 'it has its own boards or groups',
}

/** A part joined by the other word is put in brackets, so that it can be read in one way only. */
const inside = (condition: Condition, other: 'all' | 'any', currency: string | undefined) => {
  const text = formatCondition(condition, currency)
  return condition.op === other && condition.of.length > 1 ? `(${text})` : text
}

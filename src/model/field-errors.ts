import { scalarText } from '../document/write-scalar.js'
import { formatDay, type DayError } from './day.js'
import type { Correction } from './fix.js'
import { durationInWords, isTooLong, MOST_YEARS } from './duration.js'
import { slug } from './id.js'
import { isSameWord, nearest, withNumbersOf } from './nearest.js'
import { parseMoney, proposeValue, type ProposedValue } from './money.js'
import { plainSum } from './plain-sum.js'

/** What does not fit a field: the finding's code, what is wrong, and how to put it right. */
export interface FieldError {
  readonly code?: string
  readonly message: string
  readonly hint?: string
  /** What says the same, where that is known. */
  readonly correction?: Correction
}

/** What was typed, in quotes, and not too long for a line. */
export const shown = (text: string) => `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`

/** What is wrong with a value of a closed list. Of another spelling or an everyday word, what it stands for is sure. */
export function choiceError(
  written: string,
  label: string,
  names: readonly string[],
  also: Readonly<Record<string, string>> = {},
): FieldError {
  const name = written.trim()
  const same = names.find((it) => isSameWord(it, name))
  const word = Object.keys(also).find((it) => slug(it) === slug(name))
  const advice = word && also[word]
  const meant = advice !== undefined && names.includes(advice) ? advice : undefined
  const sure = same ?? (word !== undefined && isSameWord(word, name) ? meant : undefined)
  const near = names.find((it) => slug(it) === slug(name)) ?? nearest(name, withNumbersOf(name, names))
  const ask = near === undefined ? '' : `did you mean ${near}? `
  const text = sure ?? near
  return {
    code: 'schema/choice',
    message: `${shown(written)} is not one of the values of ${label.toLowerCase()}`,
    hint: (same ?? meant) ? `write ${same ?? meant}` : (advice ?? `${ask}allowed: ${names.join(', ')}`),
    ...(text !== undefined && { correction: { text, safe: sure !== undefined } }),
  }
}

/**
 * What is wrong with a day.
 * @param isInFile does it stand in a file, written from some paper, and not on the command line?
 */
export function dayError(written: string, problem: DayError, isInFile = true): FieldError {
  const error = (what: string, hint: string, code = 'schema/day'): FieldError => ({
    code,
    message: `${shown(written)} ${what}`,
    hint,
  })
  switch (problem.kind) {
    case 'ambiguous': {
      const [british, american] = problem.readings
      const what = `can be read as ${formatDay(british)} or ${formatDay(american)}`
      return error(what, `write ${british} or ${american}`, 'schema/ambiguous-day')
    }
    case 'years': {
      const { from } = problem
      const [year, next] = [`${from}/${String((from + 1) % 100).padStart(2, '0')}`, from + 1]
      const what = `can be read as the financial year ${year} or as the calendar years ${from} and ${next}`
      return error(what, `write ${year} for the financial year, or ${from}-01/${next}-12`, 'schema/ambiguous-day')
    }
    case 'other-order':
      return {
        ...error('is not written as a day of the register', `write ${problem.day}`),
        correction: { text: problem.day, safe: problem.isDoubtful !== true },
      }
    case 'no-such-day': {
      const inFile = 'look the day up in the paper or document that it comes from'
      return error(`does not exist: ${problem.said}`, isInFile ? inFile : 'write a day that exists')
    }
    case 'open-end':
      return error('stands for "no end"', 'write none')
    case 'backwards':
      return error('ends before it begins', 'write the earlier day first')
    case 'unknown':
      return error('is not a day', noDayHint(written, isInFile))
  }
}

/** Words that stand where a day should; never a day that was not meant, as somebody would copy it. */
function noDayHint(written: string, isInFile: boolean): string {
  if (isInFile && NO_END.test(written.trim())) return 'a day that there is not is left out'
  if (isInFile && (meansUnknown(written) || /^(?:yes|no|y|n)$/i.test(written.trim())))
    return `write the day, or leave it out; ${LIST_UNKNOWN}`
  return 'write a day as year, month and day (2019-04-30), or what is known of it: a month 2019-04, a year 2019, a financial year 2018/19, a range 2019-05/2019-06'
}

/** Words for no end, where a field can say that there is none; what goes on may have an end that is not stated. */
export function noEnd(written: string): FieldError | undefined {
  if (!NO_END.test(written.trim())) return undefined
  return {
    code: 'schema/day',
    message: `${shown(written)} stands for "no end"`,
    hint: 'write none where it has no end; otherwise the day, or nothing',
    correction: { text: 'none', safe: /^none$/i.test(written.trim()) },
  }
}

const NO_END =
  /^(?:none|ongoing|on-going|open(?:[ -]?ended)?|rolling|perpetual|permanent|indefinite(?:ly)?|continuing|no (?:fixed |set )?end(?: date)?|(?:until|till) (?:terminated|further notice)|evergreen)$/i

/** What is wrong with a length of time. */
export function durationError(written: string): FieldError {
  const error = (what: string, hint: string): FieldError => ({
    code: 'schema/duration',
    message: `${shown(written)} is ${what}`,
    hint,
  })
  if (isTooLong(written))
    return error(`longer than ${MOST_YEARS} years`, 'correct the number, or leave it out where there is no limit')
  const meant = durationInWords(written)
  if (meant !== undefined)
    return {
      ...error('not written as a length of time of the register', `write ${meant}`),
      correction: { text: meant, safe: true },
    }
  const text = written.trim()
  if (/^(?:none|nil|no notice)$/i.test(text))
    return error(NO_LENGTH, `where there is none, leave it out; ${LIST_UNKNOWN}`)
  if (/^\d+$/.test(text)) return error(NO_LENGTH, `say of what: ${text} months, ${text} days`)
  return error(NO_LENGTH, 'write a number and days, weeks, months or years, such as 6 months')
}
const NO_LENGTH = 'not a length of time'

/** Where what is not known belongs. */
const LIST_UNKNOWN = 'what is not known is listed under unknown: by its path, with the reason'

/**
 * Text where an amount, or a map with an amount, should stand: proposes the fields that say the same.
 * @param withFields is the amount one with a basis and the words of the paper beside it?
 */
export function moneyError(written: string, withFields = true): FieldError {
  const correction = withFields ? moneyCorrection(written) : undefined
  return {
    code: 'schema/money',
    message: `${shown(written)} is not an amount of money`,
    hint: moneyHint(written, withFields),
    ...(correction && { correction }),
  }
}

/** The fields that a phrase comes to, with its words; safe only where they say all of it. */
function moneyCorrection(written: string): Correction | undefined {
  const said = proposeValue(written)
  if (said === undefined || !('fields' in said)) return undefined
  return {
    fields: { ...said.fields, stated: written.trim() },
    safe: coversAll(written, said.fields),
  }
}

/** Do the fields say all of the words? Then nothing is lost by writing them in their place. */
function coversAll(written: string, { amount, 'at-least': least, basis, per }: ProposedValue): boolean {
  const sum = plainSum(written)
  return (
    sum !== undefined &&
    sum.amount === parseMoney(amount) &&
    sum.least === (least === undefined ? undefined : parseMoney(least)) &&
    sum.basis === basis &&
    sum.per === per
  )
}

/**
 * Text where a share should stand; a part of one is more often meant than less than a hundredth. A bare number may be a
 * part, as 2 beside 1 is two thirds, so that only one with its `per cent` is safe.
 */
export function shareError(written: string): FieldError {
  const bare = /^(\d{0,3}(?:\.\d{1,3})?)(?:\s*per\s?cent)?$/i.exec(written.trim())?.[1] ?? ''
  const number = Number(bare)
  const isPart = bare !== '' && bare === written.trim() && number > 0 && number <= 1
  return {
    code: 'schema/number',
    message: `${shown(written)} is not a share`,
    hint: isPart
      ? `write ${Number((number * 100).toFixed(3))}% or ${number}%, whichever is meant`
      : bare === '' || number > 100
        ? 'write a per cent from 0% to 100%, such as 12.5%'
        : `write ${number}%`,
    ...(bare !== '' &&
      !isPart &&
      number > 1 &&
      number <= 100 && { correction: { text: `${number}%`, safe: bare !== written.trim() } }),
  }
}

/** Does a text only say that nothing is known yet, as TBC and N/A do? */
export const meansUnknown = (written: string) => NOT_KNOWN.test(written.trim())

const NOT_KNOWN =
  /^(?:t\.?b\.?[cda]\.?|n\/?a|(?:un|not |not yet )(?:known|confirmed|agreed)|to be (?:confirmed|agreed|determined)|\?+|-+)$/i

function moneyHint(written: string, withFields: boolean): string {
  if (meansUnknown(written))
    return withFields
      ? 'take all of value: out, and list value under unknown: with the reason'
      : `leave it out; ${LIST_UNKNOWN}`
  if (/^(?:none|zero|nothing)$/i.test(written.trim())) return withFields ? 'write amount: nil' : 'write nil'
  if (withFields && /^pooled$/i.test(written.trim()))
    return 'write direction: pooled; amount is what the fund holds in all, and is listed under unknown: where that is not known'
  const said = proposeValue(written)
  if (said === undefined) return 'write 8600000, 8,600,000, 8.6m or 250k; what is not known is listed under unknown:'
  if (said.kind === 'rate') return 'write what it comes to in a year or in all'
  if (said.kind === 'question') return `did you mean ${said.amounts.join(', or ')}?`
  const { amount, ...rest } = said.fields
  if (!withFields)
    return said.kind === 'sum'
      ? `write ${amount}, and the words in a note`
      : `a range has no single amount: write one, such as ${amount}, and the words in a note`
  // what the fields do not say, the words keep
  const words = coversAll(written, said.fields)
    ? {}
    : { stated: scalarText(written.trim(), { flow: false, quoted: false }) }
  const fields = Object.entries({ amount, ...rest, ...words }).map(([key, value]) => `${key}: ${value}`)
  return `write ${fields.join(' and ')}${fields.length > 1 ? ', each on a line of its own' : ''}`
}

/** What is wrong with a text that is no id. */
export const notAnId = (written: string): FieldError => ({
  code: 'schema/id',
  message: `${shown(written)} cannot be an id: an id has small letters, digits and hyphens only`,
  hint: slug(written) === '' ? 'give it a short name in plain letters' : `write ${slug(written)}`,
})

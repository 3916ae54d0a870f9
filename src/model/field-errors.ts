import { scalarText } from '../document/write-lines.js'
import { formatDay, type DayError } from './day.js'
import type { Correction } from './fix.js'
import { durationInWords, isTooLong, MOST_YEARS } from './duration.js'
import { slug } from './id.js'
import { isSameWord, nearest, withNumbersOf } from './nearest.js'
import { parseMoney, proposeValue, type ProposedValue } from './money.js'
import { plainSum } from './plain-sum.js'

/** What does not fit a field: the code of the finding, what is wrong, and how to correct it. */
export interface FieldError {
  readonly code?: string
  readonly message: string
  readonly hint?: string
  /** The same value as the field writes it, where that is known. */
  readonly correction?: Correction
}

/** What was typed, in quotes, and short enough for a line. */
export const shown = (text: string) => `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`

/** What is wrong with a value of a closed list. What other spellings and everyday words mean is certain. */
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
  const certain = same ?? (word !== undefined && isSameWord(word, name) ? meant : undefined)
  const near = names.find((it) => slug(it) === slug(name)) ?? nearest(name, withNumbersOf(name, names))
  const question = near === undefined ? '' : `did you mean ${near}? `
  const text = certain ?? near
  return {
    code: 'schema/choice',
    message: `${shown(written)} is not one of the values of ${label.toLowerCase()}`,
    hint: (same ?? meant) ? `write ${same ?? meant}` : (advice ?? `${question}allowed: ${names.join(', ')}`),
    ...(text !== undefined && { correction: { text, safe: certain !== undefined } }),
  }
}

/**
 * What is wrong with a day.
 * @param isInFile is it in a file, copied from some paper, rather than on the command line?
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
      return error(`does not exist: ${problem.reason}`, isInFile ? inFile : 'write a day that exists')
    }
    case 'open-end':
      return error('stands for "no end"', 'write none')
    case 'backwards':
      return error('ends before it begins', 'write the earlier day first')
    case 'unknown':
      return error('is not a day', noDayHint(written, isInFile))
  }
}

/** A hint for words in place of a day. It has no example that somebody could copy where the day is not known. */
function noDayHint(written: string, isInFile: boolean): string {
  if (isInFile && NO_END.test(written.trim())) return 'leave the day out where there is none'
  if (isInFile && (meansUnknown(written) || /^(?:yes|no|y|n)$/i.test(written.trim())))
    return `write the day, or leave it out; ${LIST_UNKNOWN}`
  return 'write a day as year, month and day (2019-04-30), or what is known of it: a month 2019-04, a year 2019, a financial year 2018/19, a range 2019-05/2019-06'
}

/** What is wrong with words for "no end" in a field that can be `none`; what is ongoing may still have an end. */
export function noEnd(written: string): FieldError | undefined {
  if (!NO_END.test(written.trim())) return undefined
  return {
    code: 'schema/day',
    message: `${shown(written)} stands for "no end"`,
    hint: 'write none where it has no end; otherwise write the day, or leave it out',
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
    return error(NO_LENGTH, `leave it out where there is none; ${LIST_UNKNOWN}`)
  if (/^\d+$/.test(text)) return error(NO_LENGTH, `add the unit: ${text} months, ${text} days`)
  return error(NO_LENGTH, 'write a number and days, weeks, months or years, such as 6 months')
}
const NO_LENGTH = 'not a length of time'

/** How to record what is not known. */
const LIST_UNKNOWN = 'list what is not known under unknown: by its path, with the reason'

/**
 * What is wrong with a text in place of an amount, or of a map with one: proposes the fields that mean the same.
 * @param withFields does the amount have further fields, such as its basis and the words of the paper?
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

/** A phrase as fields, with its words; safe only where the fields cover all of the words. */
function moneyCorrection(written: string): Correction | undefined {
  const phrase = proposeValue(written)
  if (phrase === undefined || !('fields' in phrase)) return undefined
  return { fields: { ...phrase.fields, stated: written.trim() }, safe: coversAll(written, phrase.fields) }
}

/** Do the fields cover all of the words, so that nothing is lost when they replace them? */
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
 * What is wrong with a text in place of a share. Up to 1, a part of one is more likely than less than a hundredth. A bare
 * number may be a ratio, as 2 beside 1 is two thirds, so only one with its `per cent` is safe to correct.
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

/** Does a text only mean that nothing is known yet, such as TBC and N/A? */
export const meansUnknown = (written: string) => NOT_KNOWN.test(written.trim())

const NOT_KNOWN =
  /^(?:t\.?b\.?[cda]\.?|n\/?a|(?:un|not |not yet )(?:known|confirmed|agreed)|to be (?:confirmed|agreed|determined)|\?+|-+)$/i

function moneyHint(written: string, withFields: boolean): string {
  if (meansUnknown(written))
    return withFields
      ? 'remove all of value:, and list value under unknown: with the reason'
      : `leave it out; ${LIST_UNKNOWN}`
  if (/^(?:none|zero|nothing)$/i.test(written.trim())) return withFields ? 'write amount: nil' : 'write nil'
  if (withFields && /^pooled$/i.test(written.trim()))
    return 'write direction: pooled; amount is the total of the fund, or is listed under unknown: where that is not known'
  const phrase = proposeValue(written)
  if (phrase === undefined) return 'write 8600000, 8,600,000, 8.6m or 250k; list what is not known under unknown:'
  if (phrase.kind === 'rate') return 'write how much it is in a year or in all'
  if (phrase.kind === 'question') return `did you mean ${phrase.amounts.join(', or ')}?`
  const { amount, ...rest } = phrase.fields
  if (!withFields)
    return phrase.kind === 'sum'
      ? `write ${amount}, and the words in a note`
      : `a range has no single amount: write one, such as ${amount}, and the words in a note`
  // the words keep what the fields do not cover
  const words = coversAll(written, phrase.fields)
    ? {}
    : { stated: scalarText(written.trim(), { flow: false, quoted: false }) }
  const fields = Object.entries({ amount, ...rest, ...words }).map(([key, value]) => `${key}: ${value}`)
  return `write ${fields.join(' and ')}${fields.length > 1 ? ', each on a line of its own' : ''}`
}

/** What is wrong with a text that is not an id. */
export const notAnId = (written: string): FieldError => ({
  code: 'schema/id',
  message: `${shown(written)} cannot be an id: an id has small letters, digits and hyphens only`,
  hint: slug(written) === '' ? 'give it a short name in plain letters' : `write ${slug(written)}`,
})

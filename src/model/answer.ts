import { parseInexactDay, type InexactDay } from './day.js'
import { dayError } from './field-errors.js'
import { nearest } from './nearest.js'
import type { Policy } from './policy.js'

type Question = Policy['self-assessment'][string]

/**
 * An answer of a self-assessment, read as its question requires. `detail` is what follows the answer itself:
 * `95%, the last two by March 2027`.
 */
export type Answer =
  | { readonly kind: 'not-applicable'; readonly detail: string | undefined }
  | { readonly kind: 'word'; readonly word: string; readonly detail: string | undefined }
  | { readonly kind: 'number'; readonly number: number; readonly detail: string | undefined }
  | { readonly kind: 'day'; readonly day: InexactDay; readonly detail: string | undefined }
  | { readonly kind: 'wrong'; readonly expected: string; readonly hint: string }

export function readAnswer(written: string, question: Question, yearStart?: string): Answer {
  const notApplicable = /^(?:not applicable|n\/a)\b\W*(.*)$/is.exec(written.trim())
  if (notApplicable !== null) return { kind: 'not-applicable', detail: notApplicable[1] || undefined }
  if (question.answer === undefined || question.answer === 'text')
    return { kind: 'word', word: written.trim(), detail: undefined }
  const end = written.search(DETAIL)
  const [head, rest] = end === -1 ? [written, ''] : [written.slice(0, end), written.slice(end)]
  const detail = rest.replace(/^[:;,\s]+/, '').trim() || undefined
  return READERS[question.answer](head.trim(), detail, question, yearStart)
}

/** What parts the answer from its detail; the space lets 1,200 be a number. */
const DETAIL = /[:;,]\s|\s\(/

type Reader = (head: string, detail: string | undefined, question: Question, yearStart?: string) => Answer

const READERS: Record<Exclude<NonNullable<Question['answer']>, 'text'>, Reader> = {
  'yes-no': (head, detail) => oneOf(['yes', 'no'], head, detail) ?? wrong('yes or no', 'write yes or no'),
  choice: (head, detail, { values }) => {
    const meant = nearest(head, values)
    return (
      oneOf(values, head, detail) ??
      wrong('one of the values', `${meant === undefined ? '' : `did you mean ${meant}? `}allowed: ${values.join(', ')}`)
    )
  },
  number: (head, detail) => {
    const number = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*%?$/.exec(head)?.[1]
    return number === undefined
      ? wrong('a number', 'write the number first, such as 12, and any detail after a comma')
      : { kind: 'number', number: Number(number.replaceAll(',', '')), detail }
  },
  day: (head, detail, _, yearStart) =>
    oneOf(['none'], head, detail) ?? readDay(head, detail, 'a day or none', yearStart),
  document: (head, detail, _, yearStart) =>
    oneOf(['yes', 'no'], head, detail) ?? readDay(head, detail, 'yes, no, or the day of the document', yearStart),
}

function oneOf(words: readonly string[], head: string, detail: string | undefined): Answer | undefined {
  const word = words.find((it) => it.toLowerCase() === head.toLowerCase())
  return word === undefined ? undefined : { kind: 'word', word, detail }
}

function readDay(head: string, detail: string | undefined, expected: string, yearStart?: string): Answer {
  const read = parseInexactDay(head, yearStart)
  if (!('kind' in read)) return { kind: 'day', day: read, detail }
  return wrong(expected, dayError(head, read).hint ?? 'write a day, such as 2019-04-30')
}

const wrong = (expected: string, hint: string): Answer => ({ kind: 'wrong', expected, hint })

import { decode } from '../../document/decode.js'
import { Lines } from '../../document/node.js'
import { UsageError, UsageErrors } from '../../model/usage-error.js'
import { echoed } from '../echoed.js'
import type { FormFile } from './read-form.js'

/** The answers of a table with the columns question and answer. */
export interface CsvAnswers {
  readonly answers: ReadonlyMap<string, string>
  readonly placeOf: (question: string) => string
}

/**
 * Reads answers as a workbook exports them: with commas or semicolons, quotes around what has them, and perhaps a first
 * line `sep=;`. Rows without an answer are left out.
 * @throws UsageError with every mistake, each with its line
 */
export function readAnswersCsv({ name, bytes }: FormFile): CsvAnswers {
  const { text, readable, problems } = decode(bytes)
  const lines = new Lines(text)
  const place = (offset: number) => {
    const { line, column } = lines.position(offset)
    return `${name}:${line}:${column}`
  }
  const errors = problems.map((it) => new UsageError(`${place(it.start)}: ${it.message}`, it.hint))
  const [head, ...rows] = readable ? rowsOf(text, place, errors) : []
  const columns = ['question', 'answer'].map((wanted) =>
    (head ?? []).findIndex((it) => it.text.trim().toLowerCase() === wanted),
  )
  if (readable && columns.includes(-1))
    errors.push(new UsageError(`${place(0)}: the first line needs the columns question and answer`, 'question,answer'))
  const answers = new Map<string, string>()
  const places = new Map<string, string>()
  for (const row of columns.includes(-1) ? [] : rows) {
    const [question, answer] = columns.map((it) => row[it])
    const id = question?.text.trim() ?? ''
    if (question === undefined || answer === undefined || answer.text.trim() === '') continue
    if (id === '') errors.push(new UsageError(`${place(answer.start)}: this answer has no question`))
    else if (answers.has(id))
      errors.push(
        new UsageError(
          `${place(question.start)}: ${echoed(id)} is answered twice`,
          `the first is at ${places.get(id)}`,
        ),
      )
    else {
      answers.set(id, answer.text.trim())
      places.set(id, place(answer.start))
    }
  }
  if (errors.length > 0) throw errors.length === 1 ? errors[0]! : new UsageErrors(errors)
  return { answers, placeOf: (question) => places.get(question) ?? name }
}

interface Cell {
  readonly text: string
  readonly start: number
}

/**
 * One cell and what ends it, by the separator: that, the end of a line, or of the text. Around quotes there may be
 * blanks.
 */
const CELL = {
  ',': /(?:[^\S\r\n]*"((?:[^"]|"")*)"[^\S\r\n]*|([^",\r\n][^,\r\n]*|))(,|\r?\n|$)/gy,
  ';': /(?:[^\S\r\n]*"((?:[^"]|"")*)"[^\S\r\n]*|([^";\r\n][^;\r\n]*|))(;|\r?\n|$)/gy,
}

/** A first line that only tells a spreadsheet the separator. */
const SEPARATOR_LINE = /^"?sep=([,;])"?[^\S\r\n]*(?:\r?\n|$)/i

/** The separator, and where the table begins. A first line without a comma has semicolons. */
function separatorOf(text: string): { readonly separator: keyof typeof CELL; readonly start: number } {
  const stated = SEPARATOR_LINE.exec(text)
  if (stated !== null) return { separator: stated[1] as keyof typeof CELL, start: stated[0].length }
  const first = /^[^\r\n]*/.exec(text)![0]
  return { separator: first.includes(';') && !first.includes(',') ? ';' : ',', start: 0 }
}

function rowsOf(text: string, place: (offset: number) => string, errors: UsageError[]): Cell[][] {
  const { separator, start } = separatorOf(text)
  const cell = CELL[separator]
  const rows: Cell[][] = [[]]
  cell.lastIndex = start
  for (let at = start; at < text.length; at = cell.lastIndex) {
    const found = cell.exec(text)
    if (found === null) {
      errors.push(new UsageError(`${place(at)}: the quotes of this cell do not fit`, 'write "" for one inside quotes'))
      break
    }
    const [, quoted, plain = '', end] = found
    rows.at(-1)!.push({ text: quoted?.replaceAll('""', '"') ?? plain, start: at })
    if (end !== ',' && end !== ';') rows.push([])
  }
  return rows.filter((row) => row.some((it) => it.text.trim() !== ''))
}

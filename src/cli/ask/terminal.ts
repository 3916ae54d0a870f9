import { createInterface, type Interface } from 'node:readline'
import { clean } from '../../model/clean.js'
import { UsageError } from '../../model/usage-error.js'

/** A question to the person at the terminal. */
export interface Question {
  readonly text: string
  readonly choices?: readonly string[]
  /** What an empty answer means; undefined if an answer is required. */
  readonly otherwise?: string | undefined
  /** @throws UsageError if the answer does not fit: that is reported, and the question is asked again */
  readonly check: (answer: string) => unknown
}

export type Ask = (question: Question) => Promise<string>

/**
 * Opens the terminal for questions, and closes it afterwards.
 * @throws UsageError if the person ends it by Ctrl+C or Ctrl+D
 */
export async function withTerminal<T>(use: (ask: Ask) => Promise<T>): Promise<T> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const left = new Promise<never>((_, reject) => {
    terminal.once('close', () => {
      process.stdout.write('\n')
      reject(new UsageError('stopped; nothing was written'))
    })
  })
  try {
    return await Promise.race([use((question) => askUntilAnswered(terminal, question)), left])
  } finally {
    terminal.removeAllListeners('close')
    terminal.close()
  }
}

async function askUntilAnswered(terminal: Interface, { text, choices = [], otherwise, check }: Question) {
  if (choices.length > 0) process.stdout.write(`${inRows(choices)}\n`)
  const prompt = clean(`${text}${otherwise === undefined ? '' : ` [${otherwise}]`}: `)
  for (;;) {
    const typed = await new Promise<string>((resolve) => terminal.question(prompt, resolve))
    const answer = typed.trim() || (otherwise ?? '')
    try {
      check(answer)
      return answer
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      process.stdout.write(`  ${clean(error.message)}${error.hint ? `; ${clean(error.hint)}` : ''}\n`)
    }
  }
}

/** Words in rows that fit any terminal; names of several words in a row each. */
function inRows(words: readonly string[]): string {
  const rows = ['']
  const isApart = words.some((it) => it.includes(' '))
  for (const word of words) {
    const row = rows.at(-1)!
    if (isApart || row.length + word.length > 76) rows.push(word)
    else rows[rows.length - 1] = row === '' ? word : `${row}, ${word}`
  }
  return rows.flatMap((it) => (it === '' ? [] : [`  ${clean(it)}`])).join('\n')
}

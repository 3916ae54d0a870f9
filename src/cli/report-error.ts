import { CommanderError, InvalidArgumentError } from 'commander'
import { clean } from '../model/clean.js'
import { NewerSchema } from '../model/read-record.js'
import { UsageError, UsageErrors } from '../model/usage-error.js'
import type { ExitCode, Ports } from './ports.js'

/** Writes a remark beside the answer: always one line on stderr, even if a name in it has a line break. */
export const remark = ({ stderr }: Pick<Ports, 'stderr'>, text: string): void =>
  stderr.write(`partners: ${clean(text)}\n`)

/** Writes one line on stderr for each error, never a stack trace. */
export function reportError(ports: Pick<Ports, 'stderr' | 'env'>, error: unknown): ExitCode {
  const { stderr, env } = ports
  // commander has already printed its own errors, except those that were thrown outside of its parsing
  if (error instanceof CommanderError && !(error instanceof InvalidArgumentError)) return error.exitCode === 0 ? 0 : 2
  if (error instanceof UsageErrors) return Math.max(...error.errors.map((it) => reportError(ports, it))) as ExitCode
  if (error instanceof UsageError || error instanceof NewerSchema || error instanceof InvalidArgumentError) {
    remark(ports, 'hint' in error && error.hint ? `${error.message}; ${String(error.hint)}` : error.message)
    if (error instanceof UsageError && error.shown !== undefined) stderr.write(shownPlace(error.shown))
    return 2
  }
  const words = error instanceof Error ? error.message : String(error)
  remark(
    ports,
    `an error in the tool, not in your register: ${words}; run again with PARTNERS_DEBUG=1 and report what it prints`,
  )
  if (env['PARTNERS_DEBUG'] && error instanceof Error) stderr.write(`${clean(error.stack ?? '', { lines: true })}\n`)
  return 2
}

/** What was typed, with marks below the part that is meant. */
function shownPlace({ text, start, end }: NonNullable<UsageError['shown']>): string {
  const indent = ' '.repeat(clean(text.slice(0, start)).length)
  const marks = '^'.repeat(Math.max(1, clean(text.slice(start, end)).length))
  return `  ${clean(text)}\n  ${indent}${marks}\n`
}

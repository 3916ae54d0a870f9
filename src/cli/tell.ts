import { CommanderError } from 'commander'
import { clean } from '../model/clean.js'
import { NewerSchema } from '../model/read-record.js'
import { UsageError, UsageErrors } from '../model/usage-error.js'
import type { ExitCode, Ports } from './ports.js'

/** One clear line on stderr for each thing that is wrong, never a stack trace. */
export function tell(ports: Pick<Ports, 'stderr' | 'env' | 'records'>, error: unknown): ExitCode {
  const { stderr, env, records } = ports
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2 // commander has printed its own words
  if (error instanceof UsageErrors) return Math.max(...error.errors.map((it) => tell(ports, it))) as ExitCode
  if (error instanceof UsageError || error instanceof NewerSchema) {
    stderr.write(
      `partners: ${clean(error.message)}${'hint' in error && error.hint ? `; ${clean(String(error.hint))}` : ''}\n`,
    )
    if (error instanceof UsageError && error.shown !== undefined) stderr.write(shownPlace(error.shown))
    return 2
  }
  const words = error instanceof Error ? error.message : String(error)
  stderr.write(
    records?.forget()
      ? `partners: what earlier runs kept of this register may be damaged, so it was deleted: ${clean(words)}; run again, with --no-cache should that not help\n`
      : `partners: a fault of the tool, not of your register: ${clean(words)}; run again with PARTNERS_DEBUG=1 and report what it prints\n`,
  )
  if (env['PARTNERS_DEBUG'] && error instanceof Error) stderr.write(`${clean(error.stack ?? '', { lines: true })}\n`)
  return 2
}

/** What was typed, with marks below the stretch that is meant. */
function shownPlace({ text, start, end }: NonNullable<UsageError['shown']>): string {
  const marks =
    ' '.repeat(clean(text.slice(0, start)).length) + '^'.repeat(Math.max(1, clean(text.slice(start, end)).length))
  return `  ${clean(text)}\n  ${marks}\n`
}

import { CommanderError } from 'commander'
import { NewerSchema } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { clean } from '../model/clean.js'
import type { Clock, ExitCode, Ports, Stream } from './ports.js'
import { program } from './program.js'

/** Runs the tool and returns its exit code; the one place where the world is looked at. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  quietOnClosedPipe()
  const ports: Ports = {
    cwd: process.cwd(),
    env: process.env,
    // as it is asked for: to look at what is typed takes as long as a small command does
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true
      },
    },
    stdout: stream(process.stdout),
    stderr: stream(process.stderr),
    clock,
  }
  try {
    let code: ExitCode = 0
    const root = await program(ports, (result) => (code = result), argv[0])
    await root.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return tell(ports, error)
  }
}

/** One clear line on stderr, never a stack trace. */
function tell({ stderr, env }: Ports, error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2 // commander has printed its own words
  if (error instanceof UsageError || error instanceof NewerSchema) {
    stderr.write(
      `partners: ${clean(error.message)}${'hint' in error && error.hint ? `; ${clean(String(error.hint))}` : ''}\n`,
    )
    if (error instanceof UsageError && error.shown !== undefined) stderr.write(shownPlace(error.shown))
    return 2
  }
  const words = error instanceof Error ? error.message : String(error)
  stderr.write(
    `partners: a fault of the tool, not of your register: ${clean(words)}; run again with PARTNERS_DEBUG=1 and report what it prints\n`,
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

const stream = (target: NodeJS.WriteStream): Stream => ({
  write: (text) => void target.write(text),
  isTerminal: target.isTTY === true,
  width: target.columns ?? 80,
})

const clock: Clock = {
  today: (timeZone) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
      new Date(),
    ),
}

/** `partners validate | head` ends quietly. */
function quietOnClosedPipe(): void {
  const ended = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
    throw error
  }
  process.stdout.on('error', ended)
  process.stderr.on('error', ended)
}

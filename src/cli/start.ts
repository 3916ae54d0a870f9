import { BUILD_ID } from '../source/build-id.js'
import { cacheFolder, RecordCache } from '../source/cache.js'
import { unwritable } from '../source/write-file.js'
import { main } from './main.js'
import type { Clock, ExitCode, Ports, Progress, Stream } from './ports.js'
import { progressOn } from './progress.js'
import { remark } from './report-error.js'

export { main }

/** Runs the tool in this process and returns its exit code; the one place where the world is looked at. */
export async function start(argv: readonly string[]): Promise<ExitCode> {
  const stderr = stream(process.stderr)
  endWithItsStreams(stderr)
  const progress = progressOn({ stderr, clock, env: process.env })
  return main(argv, {
    cwd: process.cwd(),
    env: process.env,
    // as it is asked for: to look at what is typed takes as long as a small command does
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true
      },
    },
    stdout: after(progress, stream(process.stdout)),
    stderr: after(progress, stderr),
    clock,
    records: recordsKept(process.env, stderr),
    progress,
  })
}

/** What earlier runs of this very program made of files; none where nobody says where to keep it. */
export function recordsKept(env: Ports['env'], stderr: Stream): RecordCache | undefined {
  const folder = env['PARTNERS_NO_CACHE'] ? undefined : cacheFolder(env, process.platform)
  if (folder === undefined || BUILD_ID === undefined) return undefined
  const note = (why: string) => void (env['PARTNERS_DEBUG'] && remark({ stderr }, why))
  return new RecordCache({ folder, build: BUILD_ID, note })
}

const stream = (target: NodeJS.WriteStream): Stream => ({
  write: (text) => void target.write(text),
  isTerminal: target.isTTY === true,
  // as it is asked for: a run that goes on may see it change
  get width() {
    return target.columns || 80 // a terminal that does not know its width says 0
  },
})

/** A stream that first takes the line of progress away. */
const after = (progress: Progress | undefined, target: Stream): Stream =>
  progress === undefined
    ? target
    : {
        write: (text) => (progress.end(), target.write(text)),
        isTerminal: target.isTerminal,
        get width() {
          return target.width
        },
      }

export const clock: Clock = {
  elapsed: () => performance.now(),
  time: () => new Date().toTimeString().slice(0, 8),
  today: (timeZone) =>
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
      new Date(),
    ),
}

/** `partners validate | head` ends quietly; a full disk under stdout is reported, as nobody has the whole answer. */
function endWithItsStreams(stderr: Stream): void {
  const endOnError = (target: NodeJS.WriteStream, tellIt: (error: Error) => void) =>
    target.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
      tellIt(error)
      process.exit(2)
    })
  endOnError(process.stdout, (error) => remark({ stderr }, unwritable('stdout', error).message))
  endOnError(process.stderr, () => {}) // there is nowhere left to tell it
}

import { unwritable } from '../source/write-file.js'
import { formatIsoDay } from './as-of.js'
import { main } from './main.js'
import type { Clock, ExitCode, Progress, Stream } from './ports.js'
import { progressOn } from './progress.js'
import { remark } from './report-error.js'

export { main }

/** Runs the tool in this process and returns its exit code; nothing else reads the clock and the environment. */
export async function start(argv: readonly string[]): Promise<ExitCode> {
  const stderr = stream(process.stderr)
  endWithItsStreams(stderr)
  const progress = progressOn({ stderr, clock, env: process.env })
  return main(argv, {
    cwd: process.cwd(),
    env: process.env,
    // a getter, as opening stdin takes as long as a small command
    stdin: {
      get isTerminal() {
        return process.stdin.isTTY === true
      },
    },
    stdout: after(progress, stream(process.stdout)),
    stderr: after(progress, stderr),
    clock,
    progress,
  })
}

const stream = (target: NodeJS.WriteStream): Stream => ({
  write: (text) => void target.write(text),
  isTerminal: target.isTTY === true,
  // a getter, as the width can change during a run
  get width() {
    return target.columns || 80 // 0 in a terminal that does not know its width
  },
})

/** A stream that first removes the line of progress. */
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
  today: (timeZone) => formatIsoDay(Date.now(), timeZone),
}

/** `partners validate | head` ends quietly; a full disk is reported, as the answer is not complete. */
function endWithItsStreams(stderr: Stream): void {
  const endOnError = (target: NodeJS.WriteStream, report: (error: Error) => void) =>
    target.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
      report(error)
      process.exit(2)
    })
  endOnError(process.stdout, (error) => remark({ stderr }, unwritable('stdout', error).message))
  endOnError(process.stderr, () => {}) // there is nowhere left to report it
}

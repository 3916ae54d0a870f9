import type { Ports, Progress } from './ports.js'

/** Shorter work needs no report. */
const PATIENCE = 1000
/** Milliseconds between two reports, so that they take no time. */
const BETWEEN = 100

/**
 * One line on stderr that is overwritten, and erased at the end. It is only for people at a terminal, and not for pipes
 * and CI. It is plain text with carriage returns, so it works without colour and cursor movement.
 */
export function progressOn({ stderr, clock, env }: Pick<Ports, 'stderr' | 'clock' | 'env'>): Progress | undefined {
  if (!stderr.isTerminal || env['CI'] || env['TERM'] === 'dumb') return undefined
  let shown = 0
  let last = -Infinity
  const report = (words: string, always = false) => {
    const now = clock.elapsed()
    if (now < PATIENCE || (!always && now - last < BETWEEN)) return
    last = now
    const line = words.slice(0, Math.max(0, stderr.width - 1))
    stderr.write(`\r${line.padEnd(shown)}`)
    shown = line.length
  }
  return {
    reading: (done, of) => report(`Reading ${inThousands(done)} of ${inThousands(of)} files`),
    checking: (partnerships) => report(`Checking ${inThousands(partnerships)} partnerships`, true),
    end() {
      if (shown > 0) stderr.write(`\r${' '.repeat(shown)}\r`)
      shown = 0
    },
  }
}

const inThousands = (count: number) => count.toLocaleString('en-GB')

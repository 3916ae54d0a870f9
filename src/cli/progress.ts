import type { Ports, Progress } from './ports.js'

/** What is done in less time needs no telling. */
const PATIENCE = 1000
/** Milliseconds between two tellings, so that telling takes no time of its own. */
const BETWEEN = 100

/**
 * One line on stderr that is written over and erased at the end, for people at a terminal: pipes and CI get nothing. It
 * is plain text with carriage returns, so that it needs neither colour nor cursor.
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

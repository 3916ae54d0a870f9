import { spawn, spawnSync } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import { join } from 'node:path'
import { ROOT } from '../run-partners.js'

/** Is there a program that lends a terminal? */
export const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0

/** Runs a command at a terminal, and answers each question as it comes; Ctrl+C where an answer is undefined. */
export function atTerminal(
  args: readonly string[],
  answers: readonly (string | undefined)[],
): Promise<{ code: number | null; said: string }> {
  const quoted = [process.execPath, join(ROOT, 'bin', 'partners.cjs'), ...args].map((it) => `'${it}'`).join(' ')
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: '/nonexistent',
    TERM: 'xterm',
    NO_COLOR: '1',
  }
  const run = spawn('script', ['-qec', `stty -echo cols 100; ${quoted}`, '/dev/null'], { env })
  const left = [...answers]
  let said = ''
  let answered = 0
  run.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    const fresh = stripVTControlCharacters(said.slice(answered))
    if (!/: +$/.test(fresh)) return
    answered = said.length
    const answer = left.length === 0 ? undefined : left.shift()
    run.stdin.write(answer === undefined ? '\u0003' : `${answer}\n`)
  })
  return new Promise((resolve) =>
    run.on('close', (code) => resolve({ code, said: stripVTControlCharacters(said).replaceAll('\r', '') })),
  )
}

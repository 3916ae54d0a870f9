import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')

/** Runs the real binary as a user would. */
export function runPartners(
  args: readonly string[],
  { cwd = ROOT, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
) {
  const inherited = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', PARTNERS_NO_CACHE: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'bin', 'partners.cjs'), ...args], {
    cwd,
    env: { ...inherited, ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return { code: status, stdout, stderr }
}

/** A paper without the revision that it names, which is another with every commit. */
export const unstamped = (paper: string) =>
  paper.replace(/, (?:revision \w+(?: with changes that are not committed)?|not under version control)/, '')

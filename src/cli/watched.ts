import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { clean } from '../model/clean.js'
import { counted, someOf } from '../model/words.js'
import { noRegister, rootOf } from './open-register.js'
import type { ExitCode, Ports } from './ports.js'
import { remark, reportError } from './report-error.js'

/** Clears a terminal with its scrollback, and moves to its top. */
const CLEARED = '\u001B[2J\u001B[3J\u001B[H'

/**
 * Runs, and runs again whenever a file of the register or the named template changes, until the program is ended.
 * Errors of a run are reported, and watching continues.
 * @throws UsageError if there is no register at the start
 */
export async function watched(
  ports: Ports,
  { register, template, out }: { readonly register?: string; readonly template?: string; readonly out?: string },
  run: (ports: Ports) => Promise<ExitCode>,
): Promise<never> {
  const found = rootOf(ports, register)
  if (found === undefined) throw noRegister()
  const { cwd, stderr } = ports
  const root = realpathSync(found)
  const { watchFiles } = await import('../source/watch-files.js')
  const watch = await watchFiles({
    root,
    also: template === undefined ? undefined : realPlace(resolve(cwd, template)),
    written: out === undefined || out === '-' ? undefined : realPlace(resolve(cwd, out)),
    report: (line) => remark(ports, line),
  })
  const named = (path: string) =>
    clean(relative(cwd, path.startsWith(root) ? found + path.slice(root.length) : path) || '.')
  let why = `watching ${named(root)}`
  for (let current = ports; ; current = { ...ports, progress: undefined }) {
    clearTerminal(ports)
    await once(current, found, named(root), run)
    stderr.write(`${ports.clock.time()} ${why}; Ctrl+C ends it\n`)
    why = `again, as ${describeChanged((await watch.next()).map(named))}`
  }
}

async function once(ports: Ports, root: string, name: string, run: (ports: Ports) => Promise<ExitCode>): Promise<void> {
  if (!existsSync(join(root, 'register.yaml')))
    return remark(ports, `${name} holds no register.yaml now; it runs again once it does`)
  try {
    await run(ports)
  } catch (error) {
    reportError(ports, error)
  }
}

function clearTerminal({ stdout, env }: Ports): void {
  if (stdout.isTerminal && env['TERM'] !== 'dumb') stdout.write(CLEARED)
}

const describeChanged = (files: readonly string[]) =>
  files.length > 3 ? `${counted(files.length, 'file')} changed` : `${someOf(files)} changed`

/** The path without links in its folder; the file itself need not exist. */
function realPlace(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path))
  } catch {
    return path
  }
}

import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, realpathSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Before any test: builds the bundle, as commands are tested through it (with PARTNERS_READABLE=1 so that it names its
 * sources), and gives all tests one folder for what they write, which goes when the last of them is done.
 */
export default function setUp(): () => void {
  const script = fileURLToPath(new URL('../../scripts/build.js', import.meta.url))
  const readable = process.env['PARTNERS_READABLE'] ? ['src/cli/start.ts', 'dist', 'readable'] : []
  const { status } = spawnSync(process.execPath, [script, ...readable], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the bundle could not be built; npm run build says why')
  const scratch = realpathSync(mkdtempSync(join(quickFolder() ?? tmpdir(), 'partners-tests-')))
  process.env['TMPDIR'] = scratch // what tmpdir() says in every test
  return () => rmSync(scratch, { recursive: true, force: true })
}

/** A folder in memory, where the machine has one with room: the tests write some ten thousand files. */
function quickFolder(): string | undefined {
  const folder = '/dev/shm'
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > 2 * 1024 ** 3 ? folder : undefined
  } catch {
    return undefined
  }
}

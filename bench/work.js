// The folder that a run of the bench works in, and the registers that are generated there.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateRegister } from './generate/register.js'
import { writeRegister } from './generate/write.js'

export const ROOT = join(import.meta.dirname, '..')

/**
 * A temporary folder; `register` generates one there, once for each set of options; `remove` takes it all away.
 * @param node the Node that runs what is measured
 */
export function openWork(node) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'partners-bench-')))
  const made = new Map()
  return {
    node,
    folder,
    cache: join(folder, 'cache'),
    register(options) {
      const name = Object.entries(options).flat().join('-')
      if (!made.has(name)) {
        const generated = generateRegister({ seed: 1, ...options })
        writeRegister(generated, join(folder, name))
        made.set(name, {
          name,
          root: join(folder, name, 'register'),
          findings: generated.findings,
          plainFile: generated.files.find(({ path }) => /^partnerships.*yaml$/.test(path)).path,
        })
      }
      return made.get(name)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

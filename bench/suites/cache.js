import { appendFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { outputOf, sideBySide } from '../measure.js'
import { atLeast } from '../table.js'
import { PARTNERS } from '../work.js'

/** What a run is spared that finds what the last one kept. */
export function cache({ work, rounds = 5, count = 10_000 }) {
  const generated = work.register({ count })
  const root = join(work.folder, 'cached')
  cpSync(generated.root, root, { recursive: true })
  const change = (file) => () => appendFileSync(join(root, file), '# one more line\n')
  const changeOne = change(generated.plainFile)
  const run = (name, args, before) => ({ name, args: [PARTNERS, 'validate', '--quiet', ...args], cwd: root, before })
  const rows = sideBySide(
    [
      run('cold: --no-cache', ['--no-cache']),
      run('the cache is empty, and is filled', [], work.emptyCache),
      run('nothing has changed', []),
      run('one partnership has changed', [], changeOne),
      run('register.yaml has changed', [], change('register.yaml')),
    ],
    rounds,
    work,
  )
  changeOne()
  const bytes = (...options) => outputOf([PARTNERS, 'validate', '--format', 'json', ...options], root, work)
  if (bytes() !== bytes('--no-cache')) throw new Error('with its cache the tool writes other bytes than without')
  return {
    title: `Cache, ${count} partnerships`,
    rounds,
    rows,
    notes: ['With its cache and one file changed the tool writes byte for byte what it writes without.'],
    targets: [atLeast('one changed file at least 4x faster than cold', 4, rows[0].median / rows[3].median)],
  }
}

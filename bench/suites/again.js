import { appendFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { caseOf, OURS } from '../builds.js'
import { sideBySide } from '../measure.js'
import { atMost } from '../table.js'

/** Keeps what was read: what the rest of the bench tells earlier states not to do. */
const CACHED = { PARTNERS_NO_CACHE: '' }

/** A second run after one file changed: now it reads everything again, beside an earlier state that kept what it had read. */
export function again({ work, rounds = 5, count = 10_000, against }) {
  const title = `A second run after one file changed, ${count} partnerships`
  if (against === undefined) return { title, notes: ['It is measured beside an earlier state: `--against`.'] }
  const generated = work.register({ count })
  const root = join(work.folder, 'again')
  cpSync(generated.root, root, { recursive: true })
  const before = () => appendFileSync(join(root, generated.plainFile), '# one more line\n')
  const of = (build, what, env = {}) => caseOf(build, what, ['validate', '--quiet'], root, { before, env })
  const rows = sideBySide(
    {
      cached: of(against, ', its cache filled', CACHED),
      coldBefore: of(against, ', without its cache'),
      now: of(OURS, ''),
    },
    rounds,
    work,
  )
  const most = `one changed file at most 1x of ${against.name} with its cache`
  return { title, rounds, rows, targets: [atMost(most, 1, (time) => time(rows.now) / time(rows.cached))] }
}

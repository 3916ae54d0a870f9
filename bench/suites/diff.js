import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sideBySide } from '../measure.js'
import { atMost } from '../table.js'
import { PARTNERS } from '../work.js'

const CHANGED = 20

/** What changed between two revisions that differ in a few files. */
export function diff({ work, rounds = 5, count = 10_000 }) {
  const root = twoRevisions(work.register({ count }), work)
  const rows = sideBySide(
    [
      { name: 'validate from cold', args: [PARTNERS, 'validate', '--quiet', '--no-cache'], cwd: root },
      {
        name: `diff of two revisions, ${CHANGED} files changed, warm`,
        args: [PARTNERS, 'diff', 'HEAD~1..HEAD'],
        cwd: root,
      },
    ],
    rounds,
    work,
  )
  return {
    title: `Diff, ${count} partnerships`,
    rounds,
    rows,
    targets: [atMost('diff at most 0.5x of cold validate', 0.5, rows[1].median / rows[0].median)],
  }
}

/** A git repository of a register in which a second commit changes sums and sponsors. */
function twoRevisions({ root }, work) {
  const repository = join(work.folder, 'repository')
  cpSync(root, repository, { recursive: true })
  const git = (...args) => {
    const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', '-c', 'commit.gpgsign=false']
    const done = spawnSync('git', [...identity, ...args], { cwd: repository, encoding: 'utf8', maxBuffer: 2 ** 29 })
    if (done.status !== 0) throw new Error(`git ${args[0]}: ${done.stderr ?? done.error?.message}`)
    return done.stdout
  }
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'first')
  const files = git('grep', '-l', '-E', '^  amount: ', '--', 'partnerships').trim().split('\n')
  const step = Math.max(1, Math.floor(files.length / CHANGED))
  for (let index = 0; index < CHANGED && index * step < files.length; index++)
    change(join(repository, files[index * step]), index)
  git('commit', '--quiet', '--all', '--message', 'second')
  return repository
}

function change(path, index) {
  const text = readFileSync(path, 'utf8')
  const changed =
    index % 2 === 0
      ? text.replace(/^ {2}amount: .*$/m, '  amount: 77,700')
      : text.replace(/^sponsor: .*$/m, (line) =>
          line.endsWith('Nurse') ? 'sponsor: Medical Director' : 'sponsor: Chief Nurse',
        )
  writeFileSync(path, changed)
}

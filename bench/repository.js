// A generated register in git, with something that changed.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files in which the two revisions differ. */
export const CHANGED = 20

/** The folder of a git repository of a register in which a second commit changes sums and sponsors; made once. */
export function twoRevisions({ name, root }, work) {
  const repository = join(work.folder, `repository-${name}`)
  if (existsSync(repository)) return repository
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

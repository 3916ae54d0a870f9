import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The branch that changes of a repository go to: `main` or `master` where there is one, otherwise the one that is checked
 * out; `main` outside of a repository. Read from its files, as nothing of a repository is run.
 */
export function mainBranchOf(folder: string): string {
  const git = join(folder, '.git')
  const usual = ['main', 'master'].find((it) => existsSync(join(git, 'refs', 'heads', it)))
  return usual ?? /^ref: refs\/heads\/(\S+)\s*$/.exec(headOf(git))?.[1] ?? 'main'
}

function headOf(git: string): string {
  try {
    return readFileSync(join(git, 'HEAD'), 'utf8')
  } catch {
    return '' // no repository, or a worktree of one
  }
}

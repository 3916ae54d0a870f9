import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findRepository } from './repository.js'

/** A merge, rebase or the like that is in progress, and how to finish or abandon it; undefined where there is none. */
export function unfinishedWork(folder: string): { readonly what: string; readonly way: string } | undefined {
  const repository = findRepository(folder)
  return repository && WORK.find(({ sign }) => existsSync(join(repository.gitFolder, sign)))
}

const REBASE = {
  what: 'a rebase',
  way: 'finish it with git rebase --continue, or abandon it with git rebase --abort',
} as const

const WORK = [
  { sign: 'MERGE_HEAD', what: 'a merge', way: 'finish it with git commit, or abandon it with git merge --abort' },
  { sign: 'rebase-merge', ...REBASE },
  { sign: 'rebase-apply', ...REBASE },
  {
    sign: 'CHERRY_PICK_HEAD',
    what: 'a cherry-pick',
    way: 'finish it with git cherry-pick --continue, or abandon it with --abort',
  },
  { sign: 'REVERT_HEAD', what: 'a revert', way: 'finish it with git revert --continue, or abandon it with --abort' },
] as const

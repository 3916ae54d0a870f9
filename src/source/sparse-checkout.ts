import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../model/source-file.js'
import { UsageError } from '../model/usage-error.js'
import { findRepository, placeBelow } from './repository.js'
import { isOfRegister } from './which-files.js'

/**
 * The files of a register that a sparse checkout leaves out: they still exist, but cannot be read. Git is run only where the
 * checkout has been made sparse.
 * @throws UsageError where git cannot answer
 */
export async function notCheckedOut(root: string): Promise<SourceFile[]> {
  const repository = findRepository(root)
  if (repository === undefined || !existsSync(join(repository.gitFolder, 'info', 'sparse-checkout'))) return []
  const { askGit, GitFailure } = await import('./run-git.js')
  const folder = `${placeBelow(repository, root)}/`.slice(1)
  const listed = await askGit(root, 'ls-files', '-t', '-z', '--', `:(top,literal)${folder}`)
  if (listed instanceof GitFailure) throw await notKnown(root)
  const left = listed
    .split('\0')
    .filter((it) => it.startsWith(LEFT_OUT) && !existsSync(join(repository.top, it.slice(2))))
  const paths = left.map((it) => it.slice(LEFT_OUT.length + folder.length)).filter(isOfRegister)
  return paths.map((path): SourceFile => ({ path, problem: 'not-checked-out' }))
}

const LEFT_OUT = 'S '

async function notKnown(root: string): Promise<UsageError> {
  const { refusalIn } = await import('./git-refusal.js')
  const refusal = await refusalIn(root, 'check out all of the register')
  const why = refusal?.message ?? 'git cannot read its index'
  return new UsageError(`which files a sparse checkout leaves out is not known: ${why}`, refusal?.hint)
}

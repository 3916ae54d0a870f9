import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findRepository } from '../../source/repository.js'
import { MAX_BYTES, openFile } from '../../source/read-files.js'

/**
 * The main branch of a repository: `main` or `master` if there is one, otherwise the one that is checked out; `main`
 * outside of a repository. It is read from files, as git might run something that the repository configures.
 */
export function mainBranchOf(folder: string): string {
  const git = findRepository(folder)?.gitFolder ?? join(folder, '.git')
  const packed = textOf(join(git, 'packed-refs'))
  const isBranch = (it: string) => existsSync(join(git, 'refs', 'heads', it)) || packed.includes(` refs/heads/${it}\n`)
  return (
    ['main', 'master'].find(isBranch) ?? /^ref: refs\/heads\/(\S+)\s*$/.exec(textOf(join(git, 'HEAD')))?.[1] ?? 'main'
  )
}

/** Empty if there is no such file. */
function textOf(file: string): string {
  const read = openFile(file, MAX_BYTES)
  return Buffer.isBuffer(read) ? read.toString('utf8') : ''
}

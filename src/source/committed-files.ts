import type { SourceFile } from '../model/source-file.js'
import { UsageError } from '../model/usage-error.js'
import { CommitTree, registerTree, type Listed } from './commit-tree.js'
import { remoteOf } from './fetching.js'
import { refusalOf } from './git-refusal.js'
import { mostBytes, tooLarge } from './read-files.js'
import { findRepository, placeBelow } from './repository.js'
import { git, GitFailure, gitWithInput } from './run-git.js'
import { whichFiles, type Found, isOfRegister } from './which-files.js'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where a folder is in its repository: the top of the work tree (or the bare repository itself), and the place below it,
 * empty or beginning with /.
 * @throws UsageError where it is in no repository
 */
export function placeInRepository(folder: string): { readonly top: string; readonly place: string } {
  const repository = findRepository(folder)
  if (repository === undefined) throw refusalOf(folder, new GitFailure('no-repository'))
  return { top: repository.top, place: repository.isBare ? '' : placeBelow(repository, folder) }
}

/** The files of a commit, listed with one call of git. */
export async function treeAt(top: string, commit: string): Promise<CommitTree> {
  const listed = (await git(top, 'ls-tree', '-r', '-z', '--full-tree', commit)).split('\0')
  return new CommitTree(
    listed
      .filter((it) => it !== '')
      .map((it): Listed => {
        const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t([\s\S]*)$/.exec(it)!
        return { mode: mode!, id: id!, path: path! }
      }),
  )
}

/**
 * The files of a register as they were at a commit, selected in the same way as on the disk.
 * @param top where the repository is checked out
 * @param folder the place of the register in the commit
 * @param contents what is known already, by ids, as most files are the same in another state; what is read is added
 */
export async function filesAt(
  top: string,
  tree: CommitTree,
  folder: string,
  contents = new Map<string, Buffer>(),
): Promise<SourceFile[]> {
  const found = await whichFilesAt(top, tree, folder)
  const ids = found.flatMap((it) => ('place' in it ? tree.idAt(it.place) : []))
  const read = await contentsOf(
    top,
    ids.filter((it) => !contents.has(it)),
  )
  for (const [id, bytes] of read) contents.set(id, bytes)
  return found.map((it): SourceFile => {
    if (!('place' in it)) return it
    const bytes = contents.get(tree.idAt(it.place))!
    return { path: it.path, ...(bytes.length > mostBytes(it.path) ? tooLarge(bytes.length) : { bytes }) }
  })
}

/** The files of a register at a commit, with their places. */
export async function whichFilesAt(top: string, tree: CommitTree, folder: string): Promise<Found[]> {
  const all = tree.links()
  const links = all.some(({ place }) => place.startsWith(`${folder}/`)) ? all : []
  const targets = await contentsOf(
    top,
    links.map((it) => it.id),
  )
  const written = new Map(links.map(({ place, id }) => [place, targets.get(id)!.toString()]))
  return whichFiles(registerTree(tree, folder, top, written))
}

/** Contents by their ids. @throws UsageError when one was not fetched */
export async function contentsOf(folder: string, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  if (ids.length === 0) return found
  const request = `${[...new Set(ids)].join('\n')}\n`
  const output = await gitWithInput(folder, request, 'cat-file', '--batch').catch(async (error: unknown) => {
    const isMissing = error instanceof GitFailure && /promisor|not allowed|lazy fetch/.test(error.words)
    throw isMissing ? await notFetched(folder) : error
  })
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf(10, at)
    const [id, type, size] = output.toString('utf8', at, lineEnd).split(' ')
    if (type === 'missing') throw await notFetched(folder)
    found.set(id!, output.subarray(lineEnd + 1, lineEnd + 1 + Number(size)))
    at = lineEnd + 1 + Number(size) + 1
  }
  return found
}

const notFetched = async (folder: string) =>
  new UsageError(
    'files of that revision were not fetched, as this clone is partial',
    `git fetch --refetch --no-filter ${(await remoteOf(folder)) ?? 'origin'}`,
  )

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

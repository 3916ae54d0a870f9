import { UsageError } from '../model/usage-error.js'
import { git, gitWithInput } from './run-git.js'

/** A file of a commit: path from the folder, and its bytes; undefined bytes for a link or a submodule. */
export interface CommittedFile {
  readonly path: string
  readonly bytes: Uint8Array | undefined
}

/** Where a folder lies in its repository: the top of the work tree, and the way down from there, empty or with / at its end. */
export async function placeInRepository(folder: string): Promise<{ readonly top: string; readonly prefix: string }> {
  const [top = '', prefix = ''] = (await git(folder, 'rev-parse', '--show-toplevel', '--show-prefix')).split('\n')
  return { top, prefix }
}

/** Folders that hold a register.yaml at a commit, from the top, each empty or with / at its end; with the paths below it. */
export async function registerFoldersAt(top: string, commit: string): Promise<Map<string, readonly string[]>> {
  const paths = (await git(top, 'ls-tree', '-r', '-z', '--name-only', '--full-tree', commit)).split('\0')
  const folders = paths.flatMap((path) =>
    /(?:^|\/)register\.yaml$/.test(path) ? [path.slice(0, -'register.yaml'.length)] : [],
  )
  return new Map(
    folders.map((folder) => [folder, paths.filter((it) => it.startsWith(folder)).map((it) => it.slice(folder.length))]),
  )
}

/**
 * The files below a folder as they stood at a commit, in one call of git whatever their number.
 * @param top the top of the work tree
 * @param prefix the folder from there, empty or with / at its end
 */
export async function filesAt(top: string, prefix: string, commit: string): Promise<CommittedFile[]> {
  const listed = await git(top, 'ls-tree', '-r', '-z', '--full-tree', commit, '--', ...(prefix === '' ? [] : [prefix]))
  const entries = listed
    .split('\0')
    .filter((it) => it !== '')
    .map((it) => /^(\d+) (\w+) ([0-9a-f]+)\t([\s\S]*)$/.exec(it)!)
    .map(([, mode, , id, path]) => ({
      path: path!.slice(prefix.length),
      id: id!,
      isFile: mode === '100644' || mode === '100755',
    }))
  const blobs = await blobsOf(top, [...new Set(entries.filter((it) => it.isFile).map((it) => it.id))])
  return entries.map(({ path, id, isFile }) => ({ path, bytes: isFile ? blobs.get(id) : undefined }))
}

/** Contents of blobs by their ids. @throws UsageError when one was not fetched */
async function blobsOf(folder: string, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  if (ids.length === 0) return found
  const output = await gitWithInput(folder, `${ids.join('\n')}\n`, 'cat-file', '--batch').catch((error: Error) => {
    throw /promisor|not allowed/.test(error.message) ? notFetched() : error
  })
  for (let at = 0; at < output.length;) {
    const lineEnd = output.indexOf(10, at)
    const [id, type, size] = output.toString('utf8', at, lineEnd).split(' ')
    if (type === 'missing') throw notFetched()
    const length = type === 'blob' ? Number(size) : 0
    if (type === 'blob') found.set(id!, output.subarray(lineEnd + 1, lineEnd + 1 + length))
    at = lineEnd + 1 + length + (type === 'blob' ? 1 : 0)
  }
  return found
}

const notFetched = () =>
  new UsageError(
    'files of that revision were not fetched, as this clone is partial',
    'git fetch --refetch --no-filter origin',
  )

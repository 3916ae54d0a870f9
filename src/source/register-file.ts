import { UsageError } from '../model/usage-error.js'
import { contentsOf, placeInRepository, treeAt } from './committed-files.js'
import { followedWithin } from './place-within.js'
import { openFile, tooLarge, unreadable } from './read-files.js'
import type { Commit } from './revisions.js'

/** The folder of a register, and the commit that it was read at, unless it was read from the disk. */
interface Where {
  readonly root: string
  readonly commit?: Commit
}

/**
 * Reads a file that a register names, such as a logo, from where its records were read: the disk or a commit.
 * @param path from the folder of the register, with / between
 * @throws UsageError when there is none, it is elsewhere, no regular file or too large, or cannot be read
 */
export async function registerFile({ root, commit }: Where, path: string, most: number): Promise<Uint8Array> {
  const parts = path.split('/')
  if (/^[/\\~]|:/.test(path) || parts.includes('..') || path.includes('\0'))
    throw new UsageError(
      `${path} is not in the folder of the register`,
      'copy the file into it, and name it from there',
    )
  const read =
    commit === undefined ? openFile(followedWithin(root, path), most) : await committed(root, commit, path, most)
  if (read === undefined)
    throw new UsageError(`there is no file ${path}${commit === undefined ? '' : ' in that revision'}`)
  if ('problem' in read) throw unreadable(path, read)
  return read
}

async function committed(root: string, commit: Commit, path: string, most: number) {
  const { top, place } = placeInRepository(root)
  const tree = await treeAt(top, commit.id)
  const file = `${place}/${path}`
  const kind = tree.entryAt(file)?.kind
  if (kind === undefined) return undefined
  if (kind !== 'file')
    throw unreadable(path, { problem: 'not-a-file', detail: `it is a ${kind}, and a file is expected` })
  const id = tree.idAt(file)
  const bytes = (await contentsOf(top, [id])).get(id)!
  return bytes.length > most ? tooLarge(bytes.length) : bytes
}

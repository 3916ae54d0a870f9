import { lstatSync, realpathSync, type Stats } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { codeOf, NO_FILE } from './read-files.js'
import { systemError, unwritable } from './write-file.js'

/**
 * Where a file of a folder is, or would be: a path without links. Links are followed as readers follow them, within the
 * folder; the folder itself may be reached through a link.
 * @param path from the folder, with / between
 * @throws UsageError when a link leads out of the folder, in a circle or nowhere, or when there is something other than a
 *   file, or than a folder on the way
 */
export function placeWithin(root: string, path: string): string {
  const place = followedWithin(root, path)
  const stats = statsOf(place)
  if (stats !== undefined && !stats.isFile())
    throw unwritable(place, systemError(stats.isDirectory() ? 'EISDIR' : NO_FILE))
  return place
}

/**
 * Where a name in a folder is: like `placeWithin`, but without following a link of that name, or looking at what is there.
 * @throws UsageError when a link on the way leads out of the folder, in a circle or nowhere
 */
export const nameWithin = (root: string, path: string): string =>
  join(followedWithin(root, dirname(path)), basename(path))

/** Does a link on the way lead out of the folder, in a circle or nowhere? */
export function leadsOut(root: string, path: string): boolean {
  try {
    followedWithin(root, path)
    return false
  } catch {
    return true
  }
}

/** The same for whoever reads: what is there is looked at when it is opened. */
export function followedWithin(root: string, path: string): string {
  const top = realPlace(root, 'is not there any more', 'run again once it is')
  const parts = path.split('/')
  let place = top
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1
    const hint = `put a ${isLast ? 'file' : 'folder'} in its place`
    const next = join(place, part)
    place = statsOf(next)?.isSymbolicLink() ? realPlace(next, 'is a link that leads nowhere', hint) : next
    if (!isInside(top, place)) throw new UsageError(`${next} is a link that leads out of ${root}`, hint)
    if (!isLast && statsOf(place)?.isDirectory() === false) throw unwritable(join(root, path), systemError('ENOTDIR'))
  }
  return place
}

function realPlace(path: string, otherwise: string, hint: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw unwritable(path, error)
    throw new UsageError(`${path} ${otherwise}`, hint)
  }
}

/** Is a place a folder, or below it? Both are absolute. */
export const isInside = (top: string, place: string) =>
  place === top || place.startsWith(top.endsWith(sep) ? top : `${top}${sep}`)

/** Undefined where there is nothing, or something on the way is not a folder. */
function statsOf(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false })
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined
    throw unwritable(place, error)
  }
}

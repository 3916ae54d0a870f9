import { lstatSync, readdirSync, readlinkSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs'
import { sep } from 'node:path'
import type { SourceFile } from '../model/source-file.js'
import { codeOf, failed, openFile, problemOf } from './open-file.js'
import { whichFiles, type Entry, type Failed, type FileTree, type Led } from './which-files.js'

/** A record has a few dozen lines, so no file of this size is one. */
export const MAX_BYTES = 5 * 1024 * 1024
/** The baseline of a large register has an entry for each of tens of thousands of findings. */
export const MAX_BASELINE_BYTES = 64 * 1024 * 1024
/** How large a file of the register may be, by its path from there. */
export const mostBytes = (path: string): number => (path === 'baseline.yaml' ? MAX_BASELINE_BYTES : MAX_BYTES)

/**
 * Reads the files of a register's folder, sorted by path. Reading one by one takes a third of the time of reading in
 * parallel for 12 files, and an eighth for 10,000 (measured on Node 20, two cores).
 */
export async function readRegisterFiles(root: string): Promise<SourceFile[]> {
  return whichFiles(new Disk(root)).map((found) =>
    'place' in found ? { path: found.path, ...readOne(found.place, found.path) } : found,
  )
}

/** The files of a register, sorted by path, each read only on demand; without those that cannot be read. */
export function registerFiles(root: string): { readonly path: string; readonly bytes: () => Uint8Array | undefined }[] {
  return whichFiles(new Disk(root)).flatMap((found) =>
    'place' in found ? [{ path: found.path, bytes: () => readOne(found.place, found.path).bytes }] : [],
  )
}

/** The folder of a register on the disk; places are real paths. */
class Disk implements FileTree {
  readonly root: string

  constructor(root: string) {
    this.root = placeOf(realpathSync(root))
  }

  entryAt(place: string): Entry | Failed | undefined {
    try {
      const stats = lstatSync(place, { throwIfNoEntry: false })
      return stats && entryOf(stats)
    } catch (error) {
      return failed(error)
    }
  }

  entriesOf(place: string): Iterable<readonly [string, Entry]> | Failed {
    try {
      return readdirSync(place, { withFileTypes: true }).map((it) => [it.name, entryOf(it)] as const)
    } catch (error) {
      return failed(error)
    }
  }

  follow(link: string): Led | Failed {
    const detail = readlinkSync(link)
    try {
      const real = realpathSync(link)
      return { place: placeOf(real), entry: entryOf(statSync(real)), detail }
    } catch (error) {
      const isNowhere = ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
      return { problem: isNowhere ? 'symlink-broken' : problemOf(error), detail }
    }
  }
}

const placeOf = (path: string) => path.split(sep).join('/')

function entryOf(it: Dirent | Stats): Entry {
  if (it.isFile()) return { kind: 'file' }
  if (it.isDirectory()) return { kind: 'folder' }
  return { kind: it.isSymbolicLink() ? 'link' : 'other' }
}

function readOne(place: string, path: string): Omit<SourceFile, 'path'> {
  const read = openFile(place, mostBytes(path)) ?? failed({ code: 'ENOENT' })
  return 'problem' in read ? read : { bytes: read }
}

import {
  lstatSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
} from 'node:fs'
import { sep } from 'node:path'
import type { SourceFile, FileProblem } from '../model/source-file.js'
import { whichFiles, type Entry, type Failed, type FileTree, type Led } from './which-files.js'
import { UsageError } from '../model/usage-error.js'

/** A record has a few dozen lines, so no file of this size is one. */
export const MAX_BYTES = 5 * 1024 * 1024
/** The baseline of a large register has an entry for each of tens of thousands of findings. */
const MAX_BASELINE_BYTES = 64 * 1024 * 1024
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
    let detail = ''
    try {
      detail = readlinkSync(link)
      const real = realpathSync(link)
      return { place: placeOf(real), entry: entryOf(statSync(real)), detail }
    } catch (error) {
      return { problem: isNothing(error) ? 'symlink-broken' : problemOf(error), detail }
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

/** Flags against waiting for a pipe, taking over a terminal, and following a link; Windows has none of these. */
const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>
const READING = (O_RDONLY ?? 0) | O_NONBLOCK | O_NOCTTY

/**
 * Reads a regular file, and nothing else. It is checked before it is opened, as opening a device may already do something,
 * and again after, as it may have been replaced or have grown in between. If it grows or shrinks while it is read, that is
 * its problem, as nobody ever wrote what was read.
 * @param most how many bytes it may have
 * @param link `followed` only for what a person named
 * @returns its bytes, or why it was not read; undefined where there is nothing
 */
export function openFile(
  path: string,
  most: number,
  link: 'refused' | 'followed' = 'refused',
): Buffer | Failed | undefined {
  try {
    const there = (link === 'refused' ? lstatSync : statSync)(path, { throwIfNoEntry: false })
    if (!there?.isFile()) return there && notAFile(there)
    const handle = openSync(path, READING | (link === 'refused' ? O_NOFOLLOW : 0))
    try {
      const stats = fstatSync(handle)
      if (!stats.isFile()) return notAFile(stats)
      return stats.size > most ? tooLarge(stats.size) : (readWhole(handle, stats.size) ?? CHANGED)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    return isNothing(error) ? undefined : failed(error)
  }
}

/** The bytes of a file of a certain size; undefined if it has more of them or fewer by now. */
function readWhole(handle: number, size: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafeSlow(size + 1) // one more than there should be
  let length = 0
  for (let read = -1; read !== 0; length += read) read = readSync(handle, bytes, { offset: length })
  return length === size ? bytes.subarray(0, size) : undefined
}

const CHANGED: Failed = { problem: 'changed', detail: 'it was changed while it was read' }

const notAFile = (stats: Stats): Failed =>
  failed({ code: stats.isSymbolicLink() ? 'ELOOP' : stats.isDirectory() ? 'EISDIR' : NO_FILE })

const isNothing = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))

/**
 * Reads a file that the tool itself keeps.
 * @returns undefined where there is nothing
 * @throws UsageError in one line when it is a link, no regular file or too large, or cannot be read
 */
export function bytesOf(path: string, most: number, hint?: string): Buffer | undefined {
  const read = openFile(path, most)
  if (read !== undefined && 'problem' in read) throw unreadable(path, read, hint)
  return read
}

/** The problem of a file of so many bytes. */
export const tooLarge = (bytes: number): Failed => ({ problem: 'too-large', detail: `${bytes} bytes` })

/** The system's code for opening a socket. */
export const NO_FILE = 'ENXIO'

export const failed = (error: unknown): Failed => ({ problem: problemOf(error), detail: codeOf(error) })

/** The problem that an error of the system stands for. */
export function problemOf(error: unknown): FileProblem {
  const code = codeOf(error)
  if (code === 'ELOOP') return 'symlink-loop'
  if (code === NO_FILE) return 'not-a-file'
  if (isNothing(error)) return 'changed' // it was listed, so it was there
  return code === 'EISDIR' ? 'folder' : 'unreadable'
}

export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error)

const WORDS: Readonly<Partial<Record<string, string>>> = {
  ELOOP: 'it is a link, and a file is expected',
  EISDIR: 'it is a folder, and a file is expected',
  [NO_FILE]: 'it is a pipe, socket or device, and a file is expected',
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
}

/** The error for a file that cannot be read. */
export const unreadable = (path: string, { problem, detail }: Failed, hint?: string): UsageError =>
  new UsageError(
    `${path} cannot be read: ${problem === 'too-large' ? `it is too large (${detail})` : (WORDS[detail] ?? detail)}`,
    hint,
  )

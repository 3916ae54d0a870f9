import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, statSync, type Stats } from 'node:fs'
import type { FileProblem } from '../model/source-file.js'
import { UsageError } from '../model/usage-error.js'
import type { Failed } from './which-files.js'

/** Flags against waiting for a pipe, taking over a terminal, and following a link; Windows has none of these. */
const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0, O_NOFOLLOW = 0 } = constants as Partial<typeof constants>
const READING = (O_RDONLY ?? 0) | O_NONBLOCK | O_NOCTTY

/**
 * Reads a regular file, and nothing else. It is checked before it is opened, as opening a device may already do something,
 * and again after, as it may have been replaced or have grown in between.
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
      return stats.size > most ? tooLarge(stats.size) : readFileSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    return isNothing(error) ? undefined : failed(error)
  }
}

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

import { existsSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import type { RecordCache } from '../source/cache.js'
import { findRegister } from '../source/find-register.js'
import { readRegister, readRegisterAt } from '../source/read-register.js'
import type { Commit } from '../source/revisions.js'
import type { Ports } from './ports.js'

/** A register that was found and read. */
export interface Opened {
  readonly register: Register
  /** Its folder, absolute. */
  readonly root: string
  /** A file of the register as it is printed: from the folder that the tool runs in, with / between. */
  readonly printed: (file: string) => string
  /** The revision that it was read at; undefined where it was read from the disk. */
  readonly commit?: Commit
  /** What was read, for other states of it. */
  readonly records: RecordCache | undefined
}

/** Which register a command speaks of, and in which state. */
export interface Which {
  readonly register?: string
  readonly revision?: string
  /** False for `--no-cache`. */
  readonly cache?: boolean
}

/** Finds and reads the register that a command speaks of. */
export async function openRegister(world: Ports, { register, revision, cache }: Which): Promise<Opened> {
  const ports = withCache(world, cache)
  if (revision !== undefined) return openRevision(ports, folderOf(ports, register), revision)
  const root = rootOf(ports, register)
  if (root === undefined) throw noRegister()
  return openFolder(ports, root)
}

/** The ports of a command that was told whether to use the cache. */
export const withCache = (ports: Ports, cache = true): Ports => (cache ? ports : { ...ports, records: undefined })

/** Reads the register of a folder of the disk. */
export async function openFolder({ cwd, records, progress }: Ports, root: string): Promise<Opened> {
  const register = await readRegister(root, records, progress?.reading)
  return { register, root, printed: printedFrom(cwd, root), records }
}

/**
 * Reads a register as it stood at a revision.
 * @param root the folder that it lies in now, or would lie in
 * @param known paths of its present files, where they were read
 */
export async function openRevision(
  ports: Ports,
  root: string,
  revision: string,
  known?: Iterable<string>,
): Promise<Opened> {
  const { commitNamed } = await import('../source/revisions.js')
  return openCommit(ports, root, await commitNamed(existingAbove(root), revision), revision, known)
}

/** The folder, or the nearest above it that is there. */
const existingAbove = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : existingAbove(dirname(folder))

/** Reads a register as it stood at a commit; `said` is what it is called in messages. */
export async function openCommit(
  ports: Ports,
  root: string,
  commit: Commit,
  said: string,
  known?: Iterable<string>,
): Promise<Opened> {
  const { cwd, records, progress } = ports
  const found = await readRegisterAt(root, commit, known, records, progress?.reading)
  if (found === undefined) throw new UsageError(`revision ${said} holds no register`, 'name a later one')
  return { ...found, printed: printedFrom(cwd, found.root), commit, records }
}

/** The folder of the register; undefined where none is named or found. @throws UsageError when the named one is none */
export const rootOf = ({ cwd, env }: Ports, register: string | undefined): string | undefined =>
  findRegister(cwd, register ?? env['PARTNERS_REGISTER'])

/** The folder of the register, or where it would be: at another revision it may lie where there is nothing now. */
export function folderOf(ports: Ports, register: string | undefined): string {
  const named = register ?? ports.env['PARTNERS_REGISTER']
  const folder = resolve(ports.cwd, named ?? '')
  return named !== undefined && !existsSync(folder) ? folder : (rootOf(ports, register) ?? folder)
}

export const noRegister = () =>
  new UsageError(
    'no register.yaml or register/register.yaml here or above',
    'name one with --register, or begin one with partners init',
  )

function printedFrom(cwd: string, root: string): (file: string) => string {
  const prefix = relative(cwd, root).split(sep).join('/')
  return (file) => (file.startsWith('policies/') || prefix === '' ? file : `${prefix}/${file}`)
}

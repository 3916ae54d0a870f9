import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import type { RecordCache } from '../source/cache.js'
import { findRegister } from '../source/find-register.js'
import { emptyRegister, readRegister, readRegisterAt } from '../source/read-register.js'
import type { Commit } from '../source/revisions.js'
import { isUnfinished } from '../source/journal.js'
import type { Ports } from './ports.js'
import { findRepository } from '../source/repository.js'

/** A register that was found and read. */
export interface Opened {
  readonly register: Register
  /** Its folder, absolute. */
  readonly root: string
  /** A file of the register as it is printed: from the folder that the tool runs in, with / between. */
  readonly printed: (file: string) => string
  /** The revision that it was read at; undefined where it was read from the disk. */
  readonly commit?: Commit
  /** Of a revision: commits that repositories inside the register stood at, by path; their files were not read. */
  readonly repositories?: ReadonlyMap<string, string>
  /** What was read, for other states of it. */
  readonly records: RecordCache | undefined
}

/** Which register a command works on, and in which state. */
export interface Which {
  readonly register?: string
  readonly revision?: string
  /** False for `--no-cache`. */
  readonly cache?: boolean
}

/** Finds and reads the register that a command works on. */
export async function openRegister(world: Ports, { register, revision, cache }: Which): Promise<Opened> {
  const ports = withCache(world, cache)
  if (revision !== undefined) return openRevision(ports, folderOf(ports, register), revision)
  const root = rootOf(ports, register)
  if (root === undefined) throw noRegister()
  return openFolder(ports, root)
}

/** The ports of a command that may or may not use the cache. */
export const withCache = (ports: Ports, cache = true): Ports => (cache ? ports : { ...ports, records: undefined })

/** Reads the register of a folder of the disk. */
export async function openFolder({ cwd, records, progress, stderr }: Ports, root: string): Promise<Opened> {
  if (isUnfinished(root)) stderr.write(CUT_OFF)
  const register = await readRegister(root, records, progress?.reading)
  return { register, root, printed: printedFrom(cwd, root), records }
}

const CUT_OFF =
  'partners: an earlier change of this register was interrupted; it is read as if it were complete, and the next change completes it\n'

/** Reads a register as it stood at a revision; `root` is the folder that it lies in now, or would lie in. */
export async function openRevision(ports: Ports, root: string, revision: string): Promise<Opened> {
  const { commitNamed } = await import('../source/revisions.js')
  const opened = await openCommit(ports, root, await commitNamed(existingAbove(root), revision))
  if (opened === undefined) throw holdsNone(revision, 'or with --register the folder where it was then')
  return opened
}

/** The folder, or the nearest above it that is there: git can be asked in it. */
export const existingAbove = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : existingAbove(dirname(folder))

/**
 * Reads a register as it stood at a commit; undefined where that holds none.
 * @param root the folder that it lies in now, or would lie in
 * @param present its present state, where that was read: by it the register is known in another folder
 */
export async function openCommit(
  ports: Ports,
  root: string,
  commit: Commit,
  present?: Register,
): Promise<Opened | undefined> {
  const { cwd, records, progress } = ports
  const onDisk = async () => (existsSync(join(root, 'register.yaml')) ? readRegister(root, records) : undefined)
  const found = await readRegisterAt(root, commit, async () => present ?? onDisk(), records, progress?.reading)
  return found && { ...found, printed: printedFrom(cwd, found.root), commit, records }
}

/** The register of a commit that holds none: nothing. */
export const openNothing = ({ cwd, records }: Ports, root: string, commit: Commit): Opened => ({
  register: emptyRegister(),
  root,
  printed: printedFrom(cwd, root),
  commit,
  records,
})

/** @param otherwise what else can be done than to name a later one */
export const holdsNone = (revision: string, otherwise: string) =>
  new UsageError(`revision ${revision} holds no register`, `name a later one, ${otherwise}`)

/** The folder of the register; undefined where none is named or found. @throws UsageError when the named one is none */
export const rootOf = ({ cwd, env }: Ports, register: string | undefined): string | undefined =>
  findRegister(cwd, register ?? env['PARTNERS_REGISTER'])

/** A folder to ask git in, of the repository that holds the register, or held it; no register must be there. */
export function repositoryFolder(ports: Ports, register: string | undefined): string {
  const named = register ?? ports.env['PARTNERS_REGISTER']
  if (named === undefined) return folderOf(ports, undefined)
  return existingAbove(resolve(ports.cwd, named.replace(/(?<=^|[/\\])register\.yaml$/, '')))
}

/** The folder of the register, or where it would be: at another revision it may lie where there is nothing now. */
export function folderOf(ports: Ports, register: string | undefined): string {
  const named = register ?? ports.env['PARTNERS_REGISTER']
  const folder = resolve(ports.cwd, named ?? '')
  return named !== undefined && !existsSync(folder) ? folder : (rootOf(ports, register) ?? folder)
}

export const noRegister = () =>
  new UsageError(
    'no register.yaml or register/register.yaml in this folder or a parent folder',
    'name one with --register, or create one with partners init',
  )

/** How a file of the register in a folder is printed from another folder; what the tool brings stays as it is named. */
export function printedFrom(cwd: string, root: string): (file: string) => string {
  const prefix = relative(cwd, root).split(sep).join('/')
  return (file) => (file.startsWith('policies/') || prefix === '' ? file : `${prefix}/${file}`)
}

/**
 * A file of the register as CI and code scanning want it named: from the checkout that CI names, or else from the top of
 * the repository that holds the register; where there is neither, from the folder that the tool runs in.
 * @param root the folder of the register, absolute
 */
export function printedFromRepository(ports: Ports, root: string): (file: string) => string {
  const there = existingAbove(root)
  const folder = real(there) ?? there
  return printedFrom(checkoutOf(ports, folder), join(folder, relative(there, root)))
}

function checkoutOf({ cwd, env }: Ports, folder: string): string {
  const named = [env['GITHUB_WORKSPACE'], env['CI_PROJECT_DIR']].filter((it) => it !== undefined && it !== '')
  const checkout = named.map((it) => real(it!)).find((it) => it !== undefined && holds(it, folder))
  return checkout ?? findRepository(folder)?.top ?? cwd
}

function real(folder: string): string | undefined {
  try {
    return realpathSync(folder)
  } catch {
    return undefined // a checkout of another machine: the repository itself knows better
  }
}

const holds = (above: string, folder: string) => !relative(above, folder).startsWith('..')

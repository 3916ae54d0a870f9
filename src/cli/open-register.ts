import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { RecordStore } from '../model/record-store.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
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
  /** The path of a file as it is printed: from the folder that the tool runs in, with slashes. */
  readonly printed: (file: string) => string
  /** The revision that it was read at; undefined if it was read from the disk. */
  readonly commit?: Commit
  /** At a revision: the commits of submodules inside the register, by path; their files were not read. */
  readonly repositories?: ReadonlyMap<string, string>
  /** The records that were read, for other states of the register. */
  readonly records: RecordStore
}

/** Which register a command works on, and in which state. */
export interface Which {
  readonly register?: string
  readonly revision?: string
}

/** Finds and reads the register that a command works on. */
export async function openRegister(ports: Ports, { register, revision }: Which): Promise<Opened> {
  if (revision !== undefined) return openRevision(ports, folderOf(ports, register), revision)
  const root = rootOf(ports, register)
  if (root === undefined) throw noRegister()
  return openFolder(ports, root)
}

/**
 * Reads the register of a folder of the disk.
 * @param other another state of it, which it shares records with
 */
export async function openFolder(ports: Ports, root: string, other?: Opened): Promise<Opened> {
  const { cwd, progress, stderr } = ports
  const records = other?.records ?? newStore(ports)
  if (isUnfinished(root)) stderr.write(INTERRUPTED)
  const register = await readRegister(root, records, progress?.reading)
  return { register, root, printed: printedFrom(cwd, root), records }
}

/**
 * A store for the states of a register. `PARTNERS_READER=careful` reads every file with the careful reader: the answer is the
 * same, and where it is not, the tool has a fault.
 */
function newStore({ env: { PARTNERS_READER: reader = '' } }: Ports): RecordStore {
  if (!['', 'quick', 'careful'].includes(reader))
    throw new UsageError(`PARTNERS_READER: "${reader}" is not a reader`, 'write quick or careful')
  return new RecordStore(reader === 'careful')
}

const INTERRUPTED =
  'partners: an earlier change of this register was interrupted; it is read as if it were complete, and the next change completes it\n'

/** Reads a register at a revision; `root` is its folder now, which need not exist. */
export async function openRevision(ports: Ports, root: string, revision: string): Promise<Opened> {
  const { commitNamed } = await import('../source/revisions.js')
  const opened = await openCommit(ports, root, await commitNamed(existingAbove(root), revision))
  if (opened === undefined) throw holdsNone(revision, 'or use --register with the folder where it was then')
  return opened
}

/** The folder, or the nearest parent folder that exists, in which git can run. */
export const existingAbove = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : existingAbove(dirname(folder))

/**
 * Reads a register at a commit; undefined if the commit has none.
 * @param root its folder now, which need not exist
 * @param present its present state, if that was read: it identifies the register if it was in another folder, and the two
 * share records
 */
export async function openCommit(ports: Ports, root: string, commit: Commit, present?: Opened) {
  const { cwd, progress } = ports
  const records = present?.records ?? newStore(ports)
  const onDisk = async () => (existsSync(join(root, 'register.yaml')) ? readRegister(root, records) : undefined)
  const found = await readRegisterAt(
    root,
    commit,
    async () => present?.register ?? onDisk(),
    records,
    progress?.reading,
  )
  return found && { ...found, printed: printedFrom(cwd, found.root), commit, records }
}

/** An empty register, for a commit that has none. */
export const openNothing = ({ cwd }: Ports, root: string, commit: Commit, { records }: Opened): Opened => {
  return { register: emptyRegister(), root, printed: printedFrom(cwd, root), commit, records }
}

/** @param otherwise an alternative to a later revision */
export const holdsNone = (revision: string, otherwise: string) =>
  new UsageError(`revision ${revision} holds no register`, `name a later one, ${otherwise}`)

/** The folder of the register; undefined if none is named or found. @throws UsageError if the named folder has none */
export const rootOf = ({ cwd, env }: Ports, register: string | undefined): string | undefined =>
  findRegister(cwd, register ?? env['PARTNERS_REGISTER'])

/** A folder of the repository that contains the register, or contained it, in which git can run. */
export function repositoryFolder(ports: Ports, register: string | undefined): string {
  const named = register ?? ports.env['PARTNERS_REGISTER']
  if (named === undefined) return folderOf(ports, undefined)
  return existingAbove(resolve(ports.cwd, named.replace(/(?<=^|[/\\])register\.yaml$/, '')))
}

/** The folder of the register, which need not exist now if another revision is meant. */
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

/** The path of a file of the register from another folder; policies that come with the tool keep their names. */
export function printedFrom(cwd: string, root: string) {
  const prefix = relative(cwd, root).split(sep).join('/')
  return (file: string) => (file.startsWith('policies/') || prefix === '' ? file : `${prefix}/${file}`)
}

/**
 * The path of a file as CI and code scanning need it: from the checkout that CI names, or else from the top of the
 * repository of the register, or else from the folder that the tool runs in.
 * @param root the folder of the register, absolute
 */
export function printedFromRepository(ports: Ports, root: string): Opened['printed'] {
  const existing = existingAbove(root)
  const folder = real(existing) ?? existing
  return printedFrom(checkoutOf(ports, folder), join(folder, relative(existing, root)))
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
    return undefined // a checkout of another machine: the repository is used instead
  }
}

const holds = (above: string, folder: string) => !relative(above, folder).startsWith('..')

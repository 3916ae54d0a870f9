import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ReadRecord } from '../model/read-record.js'
import { buildRegister, type RecordStore, type Register, type TellRead } from '../model/register.js'
import type { SourceFile } from '../model/source-file.js'
import { UsageError } from '../model/usage-error.js'
import { blobId, type RecordCache } from './cache.js'
import { packagePolicy } from './package-files.js'
import { isRegisterFile, MAX_BYTES, readRegisterFiles } from './read-files.js'
import type { Commit } from './revisions.js'

/**
 * Reads the register of a folder; a file that does not parse is told in the register's problems.
 * @param records what was read before, by content: in an earlier run, or of another state of the register
 * @param tell told every some hundred files how many were read
 */
export async function readRegister(root: string, records?: RecordCache, tell?: TellRead): Promise<Register> {
  return build(root, await readRegisterFiles(root), records, tell)
}

/** A register as it stood at a commit, and the folder that it lay in then, as if that were on the disk. */
export interface RegisterAt {
  readonly register: Register
  readonly root: string
}

/**
 * Reads a register as it stood at a commit. It is looked for in its present folder, and in others where it lay elsewhere
 * then. Policies that it extends are those of this release.
 * @param root its folder; it need not be there any more
 * @param known paths of its present files, by which it is known again among several registers of that commit
 * @param records what was read before: files that are alike in two states share their records
 * @returns undefined when the commit holds no register
 * @throws UsageError when it holds several, and none of them can be told to be this one
 */
export async function readRegisterAt(
  root: string,
  commit: Commit,
  known: Iterable<string> = [],
  records?: RecordCache,
  tell?: TellRead,
): Promise<RegisterAt | undefined> {
  const { filesAt } = await import('./committed-files.js')
  const { top, prefix } = await placeOf(root)
  const folder = await folderAt(top, prefix, commit, new Set(known))
  if (folder === undefined) return undefined
  const files = (await filesAt(top, folder, commit.id)).filter(({ path }) => isRegisterFile(path))
  const place = join(top, folder)
  const sources = files.map(({ path, bytes }): SourceFile => {
    if (bytes === undefined) return { path, trouble: 'not-a-file' }
    return bytes.length > MAX_BYTES ? { path, trouble: 'too-large' } : { path, bytes }
  })
  return { register: await build(place, sources, records, tell), root: place }
}

/** Where a folder lies in its repository, whether or not it is there still. */
async function placeOf(folder: string): Promise<{ readonly top: string; readonly prefix: string }> {
  if (!existsSync(folder) && dirname(folder) !== folder) {
    const { top, prefix } = await placeOf(dirname(folder))
    return { top, prefix: `${prefix}${basename(folder)}/` }
  }
  const { placeInRepository } = await import('./committed-files.js')
  return placeInRepository(folder)
}

/** The folder of a register at a commit: where it lies now, the only one, or the one that holds most of its files. */
async function folderAt(top: string, prefix: string, { id }: Commit, known: ReadonlySet<string>) {
  const { registerFoldersAt } = await import('./committed-files.js')
  const folders = await registerFoldersAt(top, id)
  if (folders.has(prefix)) return prefix
  if (folders.size < 2) return [...folders.keys()][0]
  const shared = [...folders].map(([folder, paths]) => ({ folder, count: paths.filter((it) => known.has(it)).length }))
  const most = Math.max(...shared.map((it) => it.count))
  const best = shared.filter((it) => it.count === most)
  if (best.length === 1) return best[0]!.folder
  throw new UsageError(
    `commit ${id.slice(0, 8)} holds ${folders.size} registers, and none of them where this one lies now`,
    `name the folder with --register: ${[...folders.keys()].map((it) => it || '.').join(', ')}`,
  )
}

async function build(
  root: string,
  files: readonly SourceFile[],
  records?: RecordCache,
  tell?: TellRead,
): Promise<Register> {
  records?.open(root)
  const sources = files.map(named)
  const policy = (name: string) => named(packagePolicy(name))
  const store = records ?? new Map<string, ReadRecord>()
  const register = buildRegister(sources, policy, { store, tell }) ?? (await explained(sources, policy, store))
  records?.save()
  return register
}

/** A file with the name that git gives to its content. */
const named = <T extends SourceFile | undefined>(file: T): T =>
  file?.bytes === undefined ? file : { ...file, blob: blobId(file.bytes) }

/** Goes on with what tells the mistakes of files that do not parse; what was read is in the store. */
async function explained(
  sources: readonly SourceFile[],
  policy: typeof packagePolicy,
  store: RecordStore,
): Promise<Register> {
  const { syntaxErrors } = await import('../document/syntax-errors.js')
  return buildRegister(sources, policy, { store, explain: syntaxErrors })!
}

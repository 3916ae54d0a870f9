import { kindOf, recordKey } from '../model/record-schemas.js'
import { getOrMake } from '../model/order.js'
import type { CommitTree } from './commit-tree.js'
import { git } from './run-git.js'

/** A record's file that a commit added, altered or removed. */
interface FileChange {
  readonly commit: string
  readonly key: string
  readonly file: string
  /** Content before and after; undefined where there was or is none. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** A record's file in the commit at which the history starts. */
interface CommittedFile {
  readonly key: string
  readonly file: string
  readonly blob: string
}

/** What commits did to the files of records, and which files the latest commit has. */
export class Changes {
  readonly #byRecord = new Map<string, FileChange[]>()
  readonly #gone = new Map<string, FileChange[]>()
  readonly #committed = new Map<string, CommittedFile[]>()
  /** Files that the commit has, but the register no longer has: their removal is not committed. */
  readonly #removed: readonly CommittedFile[]

  /** @param changes the newest first */
  constructor(changes: readonly FileChange[], committed: readonly CommittedFile[], present: ReadonlySet<string>) {
    for (const it of changes) {
      push(this.#byRecord, it.key, it)
      if (it.after === undefined) push(this.#gone, it.commit, it)
    }
    for (const it of committed) push(this.#committed, it.key, it)
    this.#removed = committed.filter(({ key }) => !present.has(key))
  }

  /** The versions of a record, each content once. */
  versionsOf(key: string): { readonly file: string; readonly blob: string }[] {
    const found = new Map<string, { file: string; blob: string }>()
    const add = (file: string, blob: string | undefined) => {
      if (blob !== undefined && !found.has(blob)) found.set(blob, { file, blob })
    }
    // the log does not show what was edited in a merge
    for (const { file, blob } of this.#committed.get(key) ?? []) add(file, blob)
    for (const { file, before, after } of this.#byRecord.get(key) ?? []) {
      // a merge shows up on only one side, so both sides of a change count
      add(file, after)
      add(file, before)
    }
    return [...found.values()]
  }

  /** Files of the same kind that were removed in the commit that added a record, or since, if it is not committed yet. */
  goneAsCame(key: string): { readonly key: string; readonly blob: string }[] {
    const first = this.#byRecord.get(key)?.findLast((it) => it.before === undefined)
    const gone =
      first === undefined && !this.#committed.has(key)
        ? this.#removed
        : ((first && this.#gone.get(first.commit)) ?? []).map((it) => ({ key: it.key, blob: it.before! }))
    return gone.filter((it) => it.key !== key && it.key.split(' ')[0] === key.split(' ')[0])
  }
}

const push = <T>(map: Map<string, T[]>, key: string, item: T) => getOrMake(map, key, () => []).push(item)

/** Every change of a record's file, the newest first; a move is an addition and a removal. */
export async function changesIn(top: string, place: string, from: string): Promise<FileChange[]> {
  const folders = ['partnerships/**', 'organisations/**', 'register.yaml'].map((it) => `:(top,glob)**/${it}`)
  const format = ['--raw', '--no-ext-diff', '--no-abbrev', '--no-renames', '-z', '--topo-order', '--format=commit %H']
  const out = await git(top, 'log', ...format, from, '--', ...folders)
  const found: FileChange[] = []
  let commit = ''
  const tokens = out.split('\0')
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!.replace(/^\n/, '')
    const head = /^commit ([0-9a-f]+)/.exec(token)
    if (head !== null) commit = head[1]!
    const raw = /:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) \w+$/.exec(token)
    if (raw === null) continue
    const file = fileIn(place, `/${tokens[++index] ?? ''}`)
    const [before, after] = [contentIn(raw[1]!, raw[3]!), contentIn(raw[2]!, raw[4]!)]
    if (isRecord(file)) found.push({ commit, key: recordKey(file), file, before, after })
  }
  return found
}

/** The files of records in a commit. */
export const filesIn = (tree: CommitTree, place: string): CommittedFile[] =>
  tree.files().flatMap(({ place: path, id }) => {
    const file = fileIn(place, path)
    return isRecord(file) ? [{ key: recordKey(file), file, blob: id }] : []
  })

const isRecord = (file: string): boolean => ['partnership', 'organisation', 'register'].includes(kindOf(file) ?? '')

/** A path relative to the folder of the register, or to an earlier one. */
const fileIn = (place: string, path: string): string =>
  path.startsWith(`${place}/`) && kindOf(path.slice(place.length + 1)) !== undefined
    ? path.slice(place.length + 1)
    : (/^.*\/((?:partnerships|organisations)\/.+|register\.yaml)$/.exec(path)?.[1] ?? path)

/** The id of a regular file's content; undefined for links, submodules, and missing files, whose id is all zeros. */
const contentIn = (mode: string, blob: string): string | undefined =>
  mode.startsWith('100') && !/^0+$/.test(blob) ? blob : undefined

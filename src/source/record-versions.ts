import { idOf, kindOf } from '../model/record-schemas.js'
import { contentsOf, placeInRepository } from './committed-files.js'
import { git } from './run-git.js'

/** A record of which the versions are wanted. */
export interface WantedRecord {
  readonly kind: 'partnership' | 'organisation'
  readonly id: string
  /** A text by which it is known again under the id that it had before. */
  readonly mark?: string
}

/** A record's file as some commit has it. */
export interface RecordVersion {
  /** From the register's folder. */
  readonly file: string
  readonly blob: string
  readonly bytes: Uint8Array
}

/** Enough for years of a record; and so many in all that a large register is not read through. */
const MOST_OF_ONE = 100
const MOST = 20_000
/** Ids that one record had before, and files that a commit took out as it brought a record, among which it may be. */
const MOST_RENAMES = 5
const MOST_REMOVED = 50

/**
 * The versions of records in the history of a folder, the newest first, by `kind id`; wherever in it the files lay. Two
 * calls of git for all of them, and two more for each time that one was renamed. What is not in the history, is not
 * fetched, or cannot be asked for, as there is no git, has no versions.
 * @param from the commit that it begins at
 */
export async function recordVersions(
  folder: string,
  wanted: readonly WantedRecord[],
  from = 'HEAD',
): Promise<ReadonlyMap<string, readonly RecordVersion[]>> {
  try {
    const { top, place } = await placeInRepository(folder)
    const history = new History(await changesIn(top, place, from))
    const contents = new Map<string, Uint8Array>()
    const read = async (blobs: readonly string[]) => {
      const left = blobs.filter((it) => !contents.has(it)).slice(0, MOST - contents.size)
      for (const [id, bytes] of await contentsOf(top, left)) contents.set(id, bytes)
    }
    await read(wanted.flatMap((it) => history.versionsOf(keyOf(it))).map((it) => it.blob))
    const lines = new Map(wanted.map((it) => [keyOf(it), [keyOf(it)]]))
    await followRenames(wanted, lines, history, contents, read)
    return new Map([...lines].map(([key, ids]) => [key, ids.flatMap((id) => versions(history, id, contents))]))
  } catch {
    return new Map() // why git cannot tell is no matter of the register: that something changed is told all the same
  }
}

const keyOf = ({ kind, id }: WantedRecord) => `${kind} ${id}`

const versions = (history: History, key: string, contents: ReadonlyMap<string, Uint8Array>): RecordVersion[] =>
  history.versionsOf(key).flatMap(({ file, blob }) => {
    const bytes = contents.get(blob)
    return bytes === undefined ? [] : [{ file, blob, bytes }]
  })

/** Adds to each record's line of ids those that it had before: of the files that went as it came, the one with its mark. */
async function followRenames(
  wanted: readonly WantedRecord[],
  lines: ReadonlyMap<string, string[]>,
  history: History,
  contents: ReadonlyMap<string, Uint8Array>,
  read: (blobs: readonly string[]) => Promise<void>,
): Promise<void> {
  let open = wanted.filter((it) => it.mark !== undefined)
  for (let round = 0; round < MOST_RENAMES && open.length > 0; round++) {
    const gone = open.map((it) => history.goneAsCame(lines.get(keyOf(it))!.at(-1)!))
    await read(gone.flat().map((it) => it.blob))
    open = open.filter((it, index) => {
      const line = lines.get(keyOf(it))!
      const before = gone[index]!.find(
        ({ key, blob }) => !line.includes(key) && Buffer.from(contents.get(blob) ?? []).includes(it.mark!),
      )
      if (before !== undefined) line.push(before.key)
      return before !== undefined
    })
    await read(open.flatMap((it) => history.versionsOf(lines.get(keyOf(it))!.at(-1)!)).map((it) => it.blob))
  }
}

/** A record's file that a commit brought, altered or took out. */
interface FileChange {
  readonly commit: string
  readonly key: string
  readonly file: string
  /** Content before and after; undefined where there was or is none. */
  readonly before: string | undefined
  readonly after: string | undefined
}

class History {
  readonly #byRecord = new Map<string, FileChange[]>()
  readonly #gone = new Map<string, FileChange[]>()

  /** @param changes the newest first */
  constructor(changes: readonly FileChange[]) {
    for (const it of changes) {
      push(this.#byRecord, it.key, it)
      if (it.after === undefined) push(this.#gone, it.commit, it)
    }
  }

  /** Each content once. */
  versionsOf(key: string): { readonly file: string; readonly blob: string }[] {
    const found = new Map<string, { file: string; blob: string }>()
    for (const { file, before, after } of this.#byRecord.get(key) ?? [])
      // what a merge took over is told by the one side of it or the other: both sides of a change are versions
      for (const blob of [after, before]) if (blob !== undefined && !found.has(blob)) found.set(blob, { file, blob })
    return [...found.values()].slice(0, MOST_OF_ONE)
  }

  /** Files of its kind that went in the commit that brought a record. */
  goneAsCame(key: string): { readonly key: string; readonly blob: string }[] {
    const first = this.#byRecord.get(key)?.findLast((it) => it.before === undefined)
    const gone = (first && this.#gone.get(first.commit)) ?? []
    return gone
      .filter((it) => it.key !== key && it.key.split(' ')[0] === key.split(' ')[0])
      .slice(0, MOST_REMOVED)
      .map((it) => ({ key: it.key, blob: it.before! }))
  }
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [item])
  else known.push(item)
}

/** Every change of a record's file, the newest first; a move is a coming and a going. */
async function changesIn(top: string, place: string, from: string): Promise<FileChange[]> {
  const folders = ['partnerships', 'organisations'].map((it) => `:(top,glob)**/${it}/**`)
  const format = ['--raw', '--no-abbrev', '--no-renames', '-z', '--topo-order', '--format=commit %H']
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
    const kind = kindOf(file)
    const [before, after] = [contentIn(raw[1]!, raw[3]!), contentIn(raw[2]!, raw[4]!)]
    if (kind !== undefined) found.push({ commit, key: `${kind} ${idOf(file)}`, file, before, after })
  }
  return found
}

/** A path from the folder of the register, or from where that lay before. */
const fileIn = (place: string, path: string): string =>
  path.startsWith(`${place}/`) && kindOf(path.slice(place.length + 1)) !== undefined
    ? path.slice(place.length + 1)
    : (/^.*\/((?:partnerships|organisations)\/.+)$/.exec(path)?.[1] ?? path)

/** Links and repositories are no content of ours; of a file that is not there the id is of zeros only. */
const contentIn = (mode: string, blob: string): string | undefined =>
  mode.startsWith('100') && !/^0+$/.test(blob) ? blob : undefined

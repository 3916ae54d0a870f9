import { kindOf, recordKey } from '../model/record-schemas.js'
import type { RecordKind } from '../model/record-kinds.js'
import { contentsOf, placeInRepository, treeAt } from './committed-files.js'
import type { CommitTree } from './commit-tree.js'
import { git } from './run-git.js'

/** A version of a record that is looked for. */
export interface WantedVersion {
  readonly kind: 'partnership' | 'organisation'
  readonly id: string
  /** A text by which the record is known again under the id that it had before. */
  readonly mark?: string
  readonly isIt: (version: RecordVersion) => boolean
}

/** A record's file as some commit has it. */
export interface RecordVersion {
  /** From the register's folder. */
  readonly file: string
  readonly blob: string
  readonly bytes: Uint8Array
}

/** What was looked for, and what became of that. */
export interface FoundVersions<W> {
  readonly found: ReadonlyMap<W, RecordVersion>
  /** Of these not all versions were looked through. */
  readonly cut: ReadonlySet<W>
}

/**
 * Versions are read in rounds, the newest of all records first, as what is looked for is mostly among them: so many of
 * each in the first round, and twice as many in each that follows. Enough for years of a record; and so many in all that
 * a large register is not read through.
 */
const FIRST_ROUND = 5
const MOST_OF_ONE = 100
const MOST = 20_000
/** Ids that one record had before, and files that a commit took out as it brought a record, among which it may be. */
const MOST_RENAMES = 5
const MOST_REMOVED = 50

/** The history of the records of a register, as git has it; wherever in the repository their files lay. */
export class RecordHistory {
  private constructor(
    readonly top: string,
    readonly changes: Changes,
  ) {}

  /**
   * Undefined where there is no git, or it has no history.
   * @param folder one of the repository; the register may have lain elsewhere
   * @param from the commit that it begins at
   * @param present keys of the records that the register has now: what the commit has besides was removed since
   */
  static async open(folder: string, present: ReadonlySet<string>, from = 'HEAD'): Promise<RecordHistory | undefined> {
    try {
      const { top, place } = await placeInRepository(folder)
      const [made, tree] = await Promise.all([changesIn(top, place, from), treeAt(top, from)])
      return new RecordHistory(top, new Changes(made, filesIn(tree, place), present))
    } catch {
      return undefined // why git cannot tell is no matter of the register: that something changed is told all the same
    }
  }

  /** Did a record come as the file of that with another id went, or did that one come so, and so on? */
  wasCalled(kind: RecordKind, now: string, before: string): boolean {
    let keys = [`${kind} ${now}`]
    for (let round = 0; round < MOST_RENAMES && keys.length > 0; round++) {
      keys = [...new Set(keys.flatMap((it) => this.changes.goneAsCame(it)).map((it) => it.key))]
      if (keys.includes(`${kind} ${before}`)) return true
    }
    return false
  }

  /** Of each that is wanted the newest version that is it. */
  async find<W extends WantedVersion>(wanted: readonly W[]): Promise<FoundVersions<W>> {
    const search = new Search<W>(this)
    await search.run(wanted)
    return search
  }

  /** The settings that the register ever had, the newest first. */
  async settings(): Promise<Uint8Array[]> {
    const versions = this.changes.versionsOf(recordKey('register.yaml'))
    const contents = await this.contents(versions.slice(0, MOST_OF_ONE).map((it) => it.blob))
    return versions.flatMap(({ blob }) => contents.get(blob) ?? [])
  }

  /** What was not fetched is not fetched now either. */
  contents(blobs: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return contentsOf(this.top, blobs).catch(() => new Map<string, Uint8Array>())
  }
}

/** Where one search of several stands. */
interface Seeking<W> {
  readonly it: W
  /** Ids that the record had, the latest first. */
  readonly keys: string[]
  /** Not yet looked at. */
  left: readonly { readonly file: string; readonly blob: string }[]
  looked: number
}

class Search<W extends WantedVersion> implements FoundVersions<W> {
  readonly found = new Map<W, RecordVersion>()
  readonly cut = new Set<W>()
  #left = MOST

  constructor(readonly history: RecordHistory) {}

  /** No content is kept beyond its round. */
  async run(wanted: readonly W[]): Promise<void> {
    let open = wanted.map((it): Seeking<W> => {
      const key = `${it.kind} ${it.id}`
      return { it, keys: [key], left: this.history.changes.versionsOf(key), looked: 0 }
    })
    for (let size = FIRST_ROUND; open.length > 0; size *= 2) {
      await this.#lookAt(open, size)
      await this.#follow(open.filter((it) => !this.#isDone(it) && it.left.length === 0))
      open = open.filter((it) => !this.#isDone(it) && it.left.length > 0)
    }
  }

  #isDone({ it }: Seeking<W>): boolean {
    return this.found.has(it) || this.cut.has(it)
  }

  async #lookAt(open: readonly Seeking<W>[], size: number): Promise<void> {
    const rounds = open.map(({ left, looked }) => left.slice(0, Math.min(size, MOST_OF_ONE - looked)))
    const blobs = [...new Set(rounds.flat().map((it) => it.blob))].slice(0, this.#left)
    this.#left -= blobs.length
    const contents = await this.history.contents(blobs)
    for (const [index, seeking] of open.entries()) {
      const round = rounds[index]!
      for (const { file, blob } of round) {
        const bytes = contents.get(blob)
        if (bytes === undefined || this.found.has(seeking.it)) continue
        const version = { file, blob, bytes }
        if (seeking.it.isIt(version)) this.found.set(seeking.it, version)
      }
      seeking.left = seeking.left.slice(round.length)
      seeking.looked += round.length
      const isCut = this.#left === 0 || (seeking.looked >= MOST_OF_ONE && seeking.left.length > 0)
      if (isCut && !this.found.has(seeking.it)) this.cut.add(seeking.it)
    }
  }

  /** Goes on with the versions under the id before: of the files that went as it came, the one with its mark. */
  async #follow(ended: readonly Seeking<W>[]): Promise<void> {
    const open = ended.filter(({ it, keys }) => it.mark !== undefined && keys.length <= MOST_RENAMES)
    const gone = open.map(({ keys }) => this.history.changes.goneAsCame(keys.at(-1)!).slice(0, MOST_REMOVED))
    const contents = await this.history.contents(gone.flat().map((it) => it.blob))
    for (const [index, seeking] of open.entries()) {
      const before = gone[index]!.find(
        ({ key, blob }) =>
          !seeking.keys.includes(key) && Buffer.from(contents.get(blob) ?? []).includes(seeking.it.mark!),
      )
      if (before === undefined) continue
      seeking.keys.push(before.key)
      seeking.left = this.history.changes.versionsOf(before.key)
    }
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

/** A record's file in the commit that the history begins at. */
interface CommittedFile {
  readonly key: string
  readonly file: string
  readonly blob: string
}

class Changes {
  readonly #byRecord = new Map<string, FileChange[]>()
  readonly #gone = new Map<string, FileChange[]>()
  readonly #committed = new Map<string, CommittedFile[]>()
  /** What the commit has, and the register has no longer: that is not committed. */
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

  /** Each content once. */
  versionsOf(key: string): { readonly file: string; readonly blob: string }[] {
    const found = new Map<string, { file: string; blob: string }>()
    const add = (file: string, blob: string | undefined) => {
      if (blob !== undefined && !found.has(blob)) found.set(blob, { file, blob })
    }
    // what was made in a merge is no change that the log tells
    for (const { file, blob } of this.#committed.get(key) ?? []) add(file, blob)
    for (const { file, before, after } of this.#byRecord.get(key) ?? []) {
      // what a merge took over is told by the one side of it or the other: both sides of a change are versions
      add(file, after)
      add(file, before)
    }
    return [...found.values()]
  }

  /** Files of its kind that went in the commit that brought a record, or are gone while that is in no commit yet. */
  goneAsCame(key: string): { readonly key: string; readonly blob: string }[] {
    const first = this.#byRecord.get(key)?.findLast((it) => it.before === undefined)
    const gone =
      first === undefined && !this.#committed.has(key)
        ? this.#removed
        : ((first && this.#gone.get(first.commit)) ?? []).map((it) => ({ key: it.key, blob: it.before! }))
    return gone.filter((it) => it.key !== key && it.key.split(' ')[0] === key.split(' ')[0])
  }
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [item])
  else known.push(item)
}

/** Every change of a record's file, the newest first; a move is a coming and a going. */
async function changesIn(top: string, place: string, from: string): Promise<FileChange[]> {
  const folders = ['partnerships/**', 'organisations/**', 'register.yaml'].map((it) => `:(top,glob)**/${it}`)
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
    const [before, after] = [contentIn(raw[1]!, raw[3]!), contentIn(raw[2]!, raw[4]!)]
    if (isRecord(file)) found.push({ commit, key: recordKey(file), file, before, after })
  }
  return found
}

/** The records' files that a commit has. */
const filesIn = (tree: CommitTree, place: string): CommittedFile[] =>
  tree.files().flatMap(({ place: path, id }) => {
    const file = fileIn(place, path)
    return isRecord(file) ? [{ key: recordKey(file), file, blob: id }] : []
  })

const isRecord = (file: string): boolean => ['partnership', 'organisation', 'register'].includes(kindOf(file) ?? '')

/** A path from the folder of the register, or from where that lay before. */
const fileIn = (place: string, path: string): string =>
  path.startsWith(`${place}/`) && kindOf(path.slice(place.length + 1)) !== undefined
    ? path.slice(place.length + 1)
    : (/^.*\/((?:partnerships|organisations)\/.+|register\.yaml)$/.exec(path)?.[1] ?? path)

/** Links and repositories are no content of ours; of a file that is not there the id is of zeros only. */
const contentIn = (mode: string, blob: string): string | undefined =>
  mode.startsWith('100') && !/^0+$/.test(blob) ? blob : undefined

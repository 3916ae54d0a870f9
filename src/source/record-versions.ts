import { recordKey } from '../model/record-schemas.js'
import type { RecordKind } from '../model/record-kinds.js'
import { UsageError } from '../model/usage-error.js'
import { contentsOf, placeInRepository, treeAt } from './committed-files.js'
import { refusalIn, type GitProblem } from './git-refusal.js'
import { Changes, changesIn, filesIn } from './record-changes.js'

/** A version of a record to look for. */
interface WantedVersion {
  readonly kind: 'partnership' | 'organisation'
  readonly id: string
  /** A text by which the record is recognised under an earlier id. */
  readonly mark?: string
  readonly isIt: (version: RecordVersion) => boolean
}

/** A record's file in some commit. */
export interface RecordVersion {
  /** From the register's folder. */
  readonly file: string
  readonly blob: string
  readonly bytes: Uint8Array
}

/** The result of a search. */
interface FoundVersions<W> {
  readonly found: ReadonlyMap<W, RecordVersion>
  /** Those of which not all versions were searched. */
  readonly cut: ReadonlySet<W>
}

/**
 * Versions are read in rounds, the newest of each record first, as the wanted one is mostly among them: this many of each in
 * the first round, and twice as many in every further one. The limits allow for years of a record, but not for reading
 * through all of a large register.
 */
const FIRST_ROUND = 5
const MOST_OF_ONE = 100
const MOST = 20_000
/** How many earlier ids of a record are followed, and how many files removed by one commit are considered. */
const MOST_RENAMES = 5
const MOST_REMOVED = 50

/** The history of the records of a register in git, wherever in the repository their files were. */
export class RecordHistory {
  /** How many more versions may be read. */
  left = MOST

  private constructor(
    readonly top: string,
    readonly changes: Changes,
  ) {}

  /**
   * Where git has no history, the result is why: that something changed is still reported.
   * @param folder of the register, which may have been elsewhere before
   * @param from the commit at which the history starts
   * @param present keys of the records that the register has now; any other record of the commit was removed since
   */
  static async open(
    folder: string,
    present: ReadonlySet<string>,
    from = 'HEAD',
  ): Promise<RecordHistory | GitProblem | 'not-found'> {
    try {
      const { top, place } = placeInRepository(folder)
      const [made, tree] = await Promise.all([changesIn(top, place, from), treeAt(top, from)])
      return new RecordHistory(top, new Changes(made, filesIn(tree, place), present))
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      return (await refusalIn(folder))?.problem ?? 'not-found'
    }
  }

  /** Did a record replace the file with another id, directly or through further ids? */
  wasCalled(kind: RecordKind, now: string, before: string): boolean {
    let keys = [`${kind} ${now}`]
    for (let round = 0; round < MOST_RENAMES && keys.length > 0; round++) {
      keys = [...new Set(keys.flatMap((it) => this.changes.goneAsCame(it)).map((it) => it.key))]
      if (keys.includes(`${kind} ${before}`)) return true
    }
    return false
  }

  /** Finds the newest matching version of each wanted record. */
  async find<W extends WantedVersion>(wanted: readonly W[]): Promise<FoundVersions<W>> {
    const search = new Search<W>(this)
    await search.run(wanted)
    return search
  }

  /** All versions of register.yaml, the newest first. */
  async settings(): Promise<Uint8Array[]> {
    const versions = this.changes.versionsOf(recordKey('register.yaml'))
    const contents = await this.contents(versions.slice(0, MOST_OF_ONE).map((it) => it.blob))
    return versions.flatMap(({ blob }) => contents.get(blob) ?? [])
  }

  /** Contents that were not fetched are not fetched now, and are left out. */
  contents(blobs: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    return contentsOf(this.top, blobs).catch(() => new Map<string, Uint8Array>())
  }
}

/** The progress of one of several searches. */
interface Seeking<W> {
  readonly it: W
  /** Keys with the ids of the record, the latest first. */
  readonly keys: string[]
  /** Not yet looked at. */
  left: readonly { readonly file: string; readonly blob: string }[]
  looked: number
}

class Search<W extends WantedVersion> implements FoundVersions<W> {
  readonly found = new Map<W, RecordVersion>()
  readonly cut = new Set<W>()

  constructor(readonly history: RecordHistory) {}

  /** Contents are kept for one round only. */
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
    const blobs = [...new Set(rounds.flat().map((it) => it.blob))].slice(0, this.history.left)
    this.history.left -= blobs.length
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
      const isCut = this.history.left === 0 || (seeking.looked >= MOST_OF_ONE && seeking.left.length > 0)
      if (isCut && !this.found.has(seeking.it)) this.cut.add(seeking.it)
    }
  }

  /** Continues under an earlier id: among the files that were removed when it was added, the one with its mark. */
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

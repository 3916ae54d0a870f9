import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { ReadRecord } from '../model/read-record.js'
import type { RecordStore } from '../model/register.js'
import { makeFolders } from './make-folders.js'
import { bytesOf } from './open-file.js'
import { sha256 } from './sha256.js'

/** Where caches lie, and which program trusts them. */
export interface CachePlace {
  readonly folder: string
  readonly build: string
  /** Told why nothing was read or kept; for those who look for a fault. */
  readonly note: (why: string) => void
}

/** A pack that has fewer new records is left as it is: reading them again takes less time than writing all. */
const NEW_TO_WRITE = 0.05
const MAX_BYTES = 512 * 1024 * 1024
/** Registers whose packs are kept, the last written ones. */
const PACKS = 16
const FORMAT = 'partners-cache 1'
const NAME = /^[0-9a-f]{32}\.pack(?:\.\d+\.tmp)?$/

/** The folder of the user's caches; undefined where the environment names none. */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  const { PARTNERS_CACHE: own, XDG_CACHE_HOME: xdg, HOME: home, LOCALAPPDATA: local } = env
  if (own) return isAbsolute(own) ? own : undefined
  const below = (folder: string | undefined, ...path: string[]) =>
    folder !== undefined && isAbsolute(folder) ? join(folder, ...path) : undefined
  if (platform === 'win32') return below(local, 'partners', 'cache')
  return (
    below(xdg, 'partners') ?? below(home, ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']), 'partners')
  )
}

/**
 * What reading made of the files of registers, by content, from run to run: one pack a register. A pack of another
 * program, or one that is damaged, cut short or too large, is as good as none; a folder that cannot be written to
 * changes nothing.
 */
export class RecordCache implements RecordStore {
  #pack: string | undefined
  readonly #used = new Map<string, ReadRecord>()
  #before: ReadonlyMap<string, ReadRecord> = new Map()
  #added = 0

  constructor(readonly place: CachePlace) {}

  /** Reads what was kept of the register in a folder. */
  open(root: string): void {
    const pack = join(this.place.folder, `${sha256(root).slice(0, 32)}.pack`)
    if (pack === this.#pack) return
    this.#pack = pack
    this.#before = readPack(pack, this.place)
  }

  get(key: string): ReadRecord | undefined {
    const record = this.#used.get(key) ?? this.#before.get(key)
    if (record !== undefined) this.#used.set(key, record)
    return record
  }

  set(key: string, record: ReadRecord): void {
    this.#added++
    this.#used.set(key, record)
  }

  /** Keeps what this run used, and nothing else, where that pays. */
  save(): void {
    if (this.#pack === undefined || this.#added <= this.#used.size * NEW_TO_WRITE) return
    writePack(this.#pack, this.#used, this.place)
    this.#added = 0
  }

  /** Takes away what was kept, as after a fault that it may be the cause of; false where nothing of it was read. */
  forget(): boolean {
    if (this.#pack === undefined || this.#before.size === 0) return false
    remove(this.#pack)
    this.#pack = undefined
    this.#before = new Map()
    this.#used.clear()
    return true
  }
}

function readPack(pack: string, { build, note }: CachePlace): ReadonlyMap<string, ReadRecord> {
  try {
    const bytes = bytesOf(pack, MAX_BYTES)
    if (bytes === undefined) throw new Error('there is none')
    const lineEnd = bytes.indexOf(10)
    const body = bytes.subarray(lineEnd + 1)
    if (bytes.toString('latin1', 0, lineEnd) !== headOf(build, body)) throw new Error('of another program, or damaged')
    return new Map((JSON.parse(body.toString('latin1')) as [string, ReadRecord][]).filter(isEntry))
  } catch (error) {
    note(`${pack} was not read: ${messageOf(error)}`)
    return new Map()
  }
}

/** To a file of its own, then renamed: of two runs at once the last one wins, and no run reads half a pack. */
function writePack(pack: string, records: ReadonlyMap<string, ReadRecord>, place: CachePlace): void {
  const temporary = `${pack}.${process.pid}.tmp`
  try {
    const body = Buffer.from(inAscii(JSON.stringify([...records])), 'latin1')
    makeFolders(place.folder, 0o700)
    writeFileSync(temporary, Buffer.concat([Buffer.from(`${headOf(place.build, body)}\n`, 'latin1'), body]), {
      mode: 0o600,
      flag: 'wx', // never through a link, nor into what another run writes
    })
    renameSync(temporary, pack)
    prune(place.folder)
  } catch (error) {
    place.note(`${pack} was not written: ${messageOf(error)}`)
    remove(temporary)
  }
}

/** Leaves the packs of the registers that were written last, and takes out what runs that were stopped left behind. */
function prune(folder: string): void {
  const ours = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => ({ file: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used)
  const packs = ours.filter(({ file }) => file.endsWith('.pack'))
  const last = packs[0]?.used ?? 0 // no clock here: what is far older than the pack just written was left behind
  const left = ours.filter(({ file, used }) => !file.endsWith('.pack') && used < last - HOUR)
  for (const { file } of [...packs.slice(PACKS), ...left]) remove(file)
}
const HOUR = 3_600_000

function remove(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // somebody else's, or gone: it does no harm
  }
}

/** Says of which format, program and content a pack is. */
const headOf = (build: string, body: Uint8Array) => `${FORMAT} ${build} ${sha256(body)}`

/** One byte a character is quicker to read back than letters of several. */
const inAscii = (json: string) =>
  json.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Has an entry the form of what was written? Its values are those that this very program wrote, or the sum is wrong. */
function isEntry(entry: unknown): boolean {
  const [key, record] = (Array.isArray(entry) ? entry : []) as [unknown, Partial<ReadRecord> | null | undefined]
  return (
    typeof key === 'string' &&
    typeof record === 'object' &&
    record !== null &&
    [record.problems, record.lost, record.spellings].every(Array.isArray) &&
    typeof record.isWhole === 'boolean'
  )
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

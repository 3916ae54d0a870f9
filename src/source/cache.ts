import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { ReadRecord } from '../model/read-record.js'
import type { RecordStore } from '../model/register.js'
import { makeFolders } from './make-folders.js'
import { bytesOf } from './read-files.js'
import { sha256 } from './sha256.js'

/** Where caches are kept, and which program may use them. */
interface CachePlace {
  readonly folder: string
  readonly build: string
  /** Called with the reason why nothing was read or kept, to help find faults. */
  readonly note: (why: string) => void
}

/** With a smaller share of new records a pack is not written: reading these again takes less time. */
const NEW_TO_WRITE = 0.05
const MAX_BYTES = 512 * 1024 * 1024
/** How many packs are kept: those of the registers that were written last. */
const PACKS = 16
const FORMAT = 'partners-cache 1'
const NAME = /^[0-9a-f]{32}\.pack(?:\.\d+\.tmp)?$/

/** The folder for the user's caches; undefined where the environment names none. */
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
 * The records of registers, by the content of their files, kept from run to run: one pack per register. A pack of another
 * program, or one that is damaged, cut short or too large, is ignored, and so is a folder that cannot be written to.
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

  /** Writes what this run used, and nothing else, if there is enough that is new. */
  save(): void {
    if (this.#pack === undefined || this.#added <= this.#used.size * NEW_TO_WRITE) return
    writePack(this.#pack, this.#used, this.place)
    this.#added = 0
  }

  /** Removes the pack, as after a fault that it may have caused; false where nothing was read from it. */
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
    if (bytes === undefined) throw new Error('it does not exist')
    const lineEnd = bytes.indexOf(10)
    const body = bytes.subarray(lineEnd + 1)
    if (bytes.toString('latin1', 0, lineEnd) !== headOf(build, body)) throw new Error('of another program, or damaged')
    return new Map((JSON.parse(body.toString('latin1')) as [string, ReadRecord][]).filter(isEntry))
  } catch (error) {
    note(`${pack} was not read: ${messageOf(error)}`)
    return new Map()
  }
}

/** Writes a temporary file and renames it: of two runs at once the last one wins, and no run reads half a pack. */
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

/** Keeps the packs that were written last, and removes what interrupted runs left behind. */
function prune(folder: string): void {
  const ours = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => ({ file: join(folder, name), used: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used)
  const packs = ours.filter(({ file }) => file.endsWith('.pack'))
  const last = packs[0]?.used ?? 0 // compared with the pack just written, as there is no clock here
  const left = ours.filter(({ file, used }) => !file.endsWith('.pack') && used < last - HOUR)
  for (const { file } of [...packs.slice(PACKS), ...left]) remove(file)
}
const HOUR = 3_600_000

function remove(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // it belongs to somebody else or is gone, and does no harm
  }
}

/** The first line of a pack: its format, its program, and a hash of its content. */
const headOf = (build: string, body: Uint8Array) => `${FORMAT} ${build} ${sha256(body)}`

/** One byte per character is quicker to read back. */
const inAscii = (json: string) =>
  json.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Does an entry have the shape that was written? The hash vouches for its values. */
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

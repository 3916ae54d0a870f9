import { existsSync, statSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'
import { isOfRegister, mayHoldRegister } from './which-files.js'

/** Changes of the files of a register, as they come. */
export interface Watch {
  /** Waits for changes that were not reported yet; the paths of what changed, sorted, including folders that went or came. */
  next(): Promise<readonly string[]>
}

/** What is watched, by real absolute paths. */
export interface WatchedPlaces {
  /** The folder of the register. */
  readonly root: string
  /** A file beside it that counts as well. */
  readonly also: string | undefined
  /** A file that is written by the run itself, and never counts. */
  readonly written: string | undefined
  /** Told in a sentence when watching is not as quick, or not as whole, as it was meant to be. */
  readonly report: (line: string) => void
}

/** So long nothing must change before a change is reported: an editor or git writes many times. */
const QUIET = 100
/** So long a change waits at most, while others go on. */
const LONGEST = 1000
/** How often it is looked whether the folder itself is there, about which the system reports nothing reliable. */
const HEARTBEAT = 500
/** How often files are looked at where the system does not report changes. */
const POLLING = 1000

/**
 * Begins to watch; when it is done, no change is missed. Hidden files, what editors leave behind, and all that is no file
 * of a register are not watched. It goes on when the folder vanishes, and when it comes back.
 */
export async function watchFiles(places: WatchedPlaces): Promise<Watch> {
  const changes = new Changes()
  const watcher = new FolderWatcher(places, changes)
  await watcher.begin()
  setInterval(() => void watcher.look(), HEARTBEAT)
  return changes
}

/** Gathers changes until it is quiet, and gives them to who waits. */
class Changes implements Watch {
  readonly #paths = new Set<string>()
  #quiet: NodeJS.Timeout | undefined
  #longest: NodeJS.Timeout | undefined
  #isReady = false
  #waiting: ((paths: readonly string[]) => void) | undefined

  add(path: string): void {
    this.#paths.add(path)
    clearTimeout(this.#quiet)
    const ready = () => this.#ready()
    this.#quiet = setTimeout(ready, QUIET)
    this.#longest ??= setTimeout(ready, LONGEST)
  }

  next(): Promise<readonly string[]> {
    return new Promise((resolve) => {
      this.#waiting = resolve
      this.#give()
    })
  }

  #ready(): void {
    clearTimeout(this.#quiet)
    clearTimeout(this.#longest)
    this.#longest = undefined
    this.#isReady = true
    this.#give()
  }

  /** A run that is going on does not wait: what changes meanwhile is given when it asks again. */
  #give(): void {
    if (!this.#isReady || this.#waiting === undefined) return
    const give = this.#waiting
    const paths = [...this.#paths].sort()
    this.#waiting = undefined
    this.#isReady = false
    this.#paths.clear()
    give(paths)
  }
}

const LOST = 'lost'

/** Watches the folder that is there now; another one in its place is watched from the start. */
class FolderWatcher {
  #close: (() => unknown) | undefined
  #identity: string | undefined
  #polls = false

  constructor(
    readonly places: WatchedPlaces,
    readonly changes: Changes,
  ) {}

  async begin(): Promise<void> {
    const { root, also } = this.places
    this.#identity = identityOf(root)
    const { watch } = await import('chokidar')
    const watcher = watch([root, ...(also === undefined ? [] : [dirname(also)])], {
      ignored: (path) => !this.#mayMatter(path),
      ignoreInitial: true,
      followSymlinks: false, // as the reader does: nothing outside is looked at
      ignorePermissionErrors: true,
      ...(this.#polls && { usePolling: true, interval: POLLING }),
    })
    this.#close = () => watcher.close()
    await new Promise<void>((resolve) => {
      watcher.on('all', (event, path) => this.#changed(event, path))
      watcher.on('ready', resolve)
      watcher.on('error', (error) => (resolve(), this.#failed(error)))
    })
  }

  /** Is the folder another one than before, or none? */
  async look(): Promise<void> {
    if (identityOf(this.places.root) === this.#identity) return
    await this.#again()
    this.changes.add(this.places.root)
  }

  async #again(): Promise<void> {
    const close = this.#close
    this.#identity = identityOf(this.places.root)
    await close?.()
    await this.begin()
  }

  #changed(event: string, path: string): void {
    const { root, also, written } = this.places
    if (event.startsWith('unlink')) this.#lookAfterLoss(path)
    if (path !== written && (path === also || isOfRegister(within(root, path)))) this.changes.add(path)
  }

  /** What was moved away and is back is not watched any more, although it is the same; so it is watched again. */
  #lookAfterLoss(path: string): void {
    if (!existsSync(this.places.root)) this.#identity = undefined
    else if (existsSync(path)) this.#identity = LOST
  }

  #mayMatter(path: string): boolean {
    const { root, also } = this.places
    if (path === root || path === also || (also !== undefined && path === dirname(also))) return true
    return mayHoldRegister(within(root, path))
  }

  /** The system allows so many watches; where they are used up, files are looked at from time to time. */
  #failed(error: unknown): void {
    const { code, message } = error as NodeJS.ErrnoException
    const isUsedUp = code === 'ENOSPC' || code === 'EMFILE'
    if (!isUsedUp) return this.places.report(`a file cannot be watched: ${message}`)
    if (this.#polls) return
    this.#polls = true
    this.places.report('the system allows no more files to be watched, so they are looked at every second')
    // what changed in between is not known, so all may have
    void this.#again().then(() => this.changes.add(this.places.root))
  }
}

/** The path from the register's folder, with / between. */
const within = (root: string, path: string) => relative(root, path).split(sep).join('/')

/** Which folder it is; undefined where none is there. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino } = statSync(folder)
    return `${dev} ${ino}`
  } catch {
    return undefined
  }
}

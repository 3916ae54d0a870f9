import { existsSync, statSync } from 'node:fs'
import { dirname, relative, sep } from 'node:path'
import { isOfRegister, mayHoldRegister } from './which-files.js'

/** Reports changes of the files of a register. */
export interface Watch {
  /** Waits for new changes, and returns the sorted paths of what changed, including folders that appeared or vanished. */
  next(): Promise<readonly string[]>
}

/** What is watched, as real absolute paths. */
interface WatchedPlaces {
  /** The folder of the register. */
  readonly root: string
  /** A file outside of it that is watched as well. */
  readonly also: string | undefined
  /** A file that the run itself writes, and that is ignored. */
  readonly written: string | undefined
  /** Called with a sentence when watching is slower or less complete than intended. */
  readonly report: (line: string) => void
}

/** A change is reported after this much quiet, as editors and git write several times. */
const QUIET = 100
/** The longest that a change waits while others continue. */
const LONGEST = 1000
/** How often the existence of the folder itself is checked, which the system does not report reliably. */
const HEARTBEAT = 500
/** How often files are checked where the system does not report changes. */
const POLLING = 1000

/**
 * Starts to watch; once it has resolved, no change is missed. Hidden files, files that editors leave behind, and others that
 * do not belong to a register are ignored. Watching continues when the folder vanishes and comes back.
 */
export async function watchFiles(places: WatchedPlaces): Promise<Watch> {
  const changes = new Changes()
  const watcher = new FolderWatcher(places, changes)
  await watcher.begin()
  setInterval(() => void watcher.look(), HEARTBEAT)
  return changes
}

/** Collects changes until it is quiet, and passes them on to the caller that waits. */
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

  /** While nobody waits, changes are kept until the next call. */
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

/** Watches the present folder; if it is replaced by another one, watching starts again. */
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
      followSymlinks: false, // like the reader, which does not look outside
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

  /** Starts again if the folder was replaced or removed. */
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

  /** A folder that was moved away and back is no longer watched, although it is the same, so watching starts again. */
  #lookAfterLoss(path: string): void {
    if (!existsSync(this.places.root)) this.#identity = undefined
    else if (existsSync(path)) this.#identity = LOST
  }

  #mayMatter(path: string): boolean {
    const { root, also } = this.places
    if (path === root || path === also || (also !== undefined && path === dirname(also))) return true
    return mayHoldRegister(within(root, path))
  }

  /** The system limits the number of watches; beyond it, files are checked at intervals. */
  #failed(error: unknown): void {
    const { code, message } = error as NodeJS.ErrnoException
    const isUsedUp = code === 'ENOSPC' || code === 'EMFILE'
    if (!isUsedUp) return this.places.report(`a file cannot be watched: ${message}`)
    if (this.#polls) return
    this.#polls = true
    this.places.report('the system allows no more files to be watched, so they are looked at every second')
    // anything may have changed in between
    void this.#again().then(() => this.changes.add(this.places.root))
  }
}

/** The path relative to the register's folder, with / as separator. */
const within = (root: string, path: string) => relative(root, path).split(sep).join('/')

/** Identifies a folder, whatever its path; undefined where there is none. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino } = statSync(folder)
    return `${dev} ${ino}`
  } catch {
    return undefined
  }
}

import { nearest } from '../model/nearest.js'
import type { SourceFile, FileProblem } from '../model/source-file.js'

/** What is at a place of a tree. */
export interface Entry {
  /** A repository is a submodule, of which a commit only has the name. */
  readonly kind: 'file' | 'folder' | 'link' | 'repository' | 'other'
  /** The commit of a submodule. */
  readonly detail?: string
}

/** Why something in a tree could not be read. */
export type Failed = Required<Pick<SourceFile, 'problem' | 'detail'>>

/** Where a link leads in the end, and what is there; `detail` is the target as written in the link. */
export interface Led {
  readonly place: string
  readonly entry: Entry
  readonly detail: string
}

/**
 * Files and folders on the disk or in a commit. A place is a path without links, with / as separator and none at the end.
 */
export interface FileTree {
  /** The place of the register's folder. */
  readonly root: string
  /** Undefined where there is nothing. */
  entryAt(place: string): Entry | Failed | undefined
  /** What is in a folder, by name, in any order. */
  entriesOf(place: string): Iterable<readonly [name: string, entry: Entry]> | Failed
  /** Follows a link without reading its target. */
  follow(place: string): Led | Failed
}

/** A file of the register and the place to read it from, or the problem with it. */
export type Found = { readonly path: string } & (
  { readonly place: string } | (Partial<Failed> & { problem: FileProblem })
)

const FILES = ['register.yaml', 'policy.yaml', 'baseline.yaml']
export const FOLDERS = ['organisations', 'partnerships', 'updates', 'templates']
/** Addresses for `partners chase`: beside the register, but not of it, and never committed. */
export const CONTACTS = 'contacts.local.yaml'

/**
 * The files of a tree that belong to a register, sorted by path, on the disk and in a commit alike. Links that lead out of
 * the register's folder or in a circle are reported, and never followed.
 */
export function whichFiles(tree: FileTree): Found[] {
  const walk = new Walk(tree)
  for (const file of FILES) walk.visitNamed(file, 'file')
  for (const folder of FOLDERS) walk.visitNamed(folder, 'folder')
  walk.reportMisplaced()
  return walk.found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/**
 * May a file with this path, relative to the register's folder, belong to the register? Only the names of files and folders
 * are considered.
 */
export function isOfRegister(path: string): boolean {
  const [first = '', ...rest] = path.split('/')
  if (rest.length === 0) return FILES.includes(first)
  return FOLDERS.includes(first) && !rest.some(isIgnored) && isWanted(path)
}

/** May this path, relative to the register's folder, be a file of the register or a folder with such files? */
export function mayHoldRegister(path: string): boolean {
  const [first = '', ...rest] = path.split('/')
  return (FILES.includes(first) || FOLDERS.includes(first)) && !rest.some(isIgnored)
}

type Expected = 'file' | 'folder' | undefined

class Walk {
  readonly found: Found[] = []
  readonly #tree: FileTree
  /** Folders reached through a link, each of which is read once, however many links lead there. */
  readonly #linked = new Set<string>()

  constructor(tree: FileTree) {
    this.#tree = tree
  }

  /** Visits one of the files and folders that a register may have. */
  visitNamed(path: string, expected: Expected): void {
    const { root } = this.#tree
    const entry = this.#tree.entryAt(`${root}/${path}`)
    if (entry === undefined) return
    if ('problem' in entry) this.#report(path, entry.problem, entry.detail)
    else this.#visit(path, `${root}/${path}`, entry, [root], expected)
  }

  /** Reports what is next to the register's own files and looks as if it belonged to them. */
  reportMisplaced(): void {
    const entries = this.#tree.entriesOf(this.#tree.root)
    if ('problem' in entries) return this.#report('.', entries.problem, entries.detail)
    for (const [name] of entries) {
      if (FILES.includes(name) || FOLDERS.includes(name) || name === CONTACTS || isIgnored(name)) continue
      const meant = nearest(name, FOLDERS)
      if (meant !== undefined) this.#report(name, 'not-read', `did you mean ${meant}?`)
      else if (/\.ya?ml$/i.test(name))
        this.#report(name, 'not-read', `records are kept in ${FOLDERS.slice(0, 3).join(', ')}`)
    }
  }

  #visit(path: string, place: string, entry: Entry, within: readonly string[], expected?: Expected): void {
    const { kind } = entry
    if (kind === 'link') this.#follow(path, place, within, expected)
    else if (kind === 'folder') this.#visitFolder(path, place, within, expected)
    else if (kind === 'repository') this.#report(path, 'repository', entry.detail)
    else if (expected === 'folder') this.#report(path, 'not-a-file', 'a folder is expected here')
    else if (!isWanted(path)) {
      if (kind === 'file' && !path.startsWith('templates/'))
        this.#report(path, 'not-read', 'the name of a record ends with .yaml or .md')
    } else if (kind === 'file') this.found.push({ path, place })
    else this.#report(path, 'not-a-file')
  }

  #visitFolder(path: string, place: string, within: readonly string[], expected: Expected): void {
    if (expected !== 'folder' && isWanted(path)) this.#report(path, 'folder')
    else this.#enter(path, place, [...within, place])
  }

  #follow(path: string, link: string, within: readonly string[], expected: Expected): void {
    const led = this.#tree.follow(link)
    const isNamed = expected !== undefined || isWanted(path)
    if ('problem' in led) {
      if (isNamed) this.#report(path, led.problem, led.detail)
      return
    }
    const { place, entry, detail } = led
    const isFolder = entry.kind === 'folder' || entry.kind === 'repository'
    if (!isNamed && !isFolder) return
    if (!this.#isInside(place)) this.#report(path, 'symlink-outside', detail)
    else if (entry.kind !== 'folder') this.#visit(path, place, entry, within, expected)
    else if (expected !== 'folder' && isWanted(path)) this.#report(path, 'folder')
    else if (within.includes(place) || this.#linked.has(place)) this.#report(path, 'symlink-loop', detail)
    else {
      this.#linked.add(place)
      this.#enter(path, place, [...within, place])
    }
  }

  #isInside(place: string): boolean {
    const { root } = this.#tree
    return place === root || place.startsWith(`${root}/`)
  }

  #enter(path: string, place: string, within: readonly string[]): void {
    const entries = this.#tree.entriesOf(place)
    if ('problem' in entries) return this.#report(path, entries.problem, entries.detail)
    for (const [name, entry] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
      if (!isIgnored(name)) this.#visit(`${path}/${name}`, `${place}/${name}`, entry, within)
  }

  #report(path: string, problem: FileProblem, detail?: string): void {
    this.found.push({ path, problem, ...(detail !== undefined && { detail }) })
  }
}

const isWanted = (path: string) =>
  path.startsWith('templates/') ? path.endsWith('.hbs') : /\.(?:yaml|yml|md)$/.test(path)
/** Hidden files, and what editors leave behind. */
const isIgnored = (name: string) => name.startsWith('.') || /(?:~|\.swp|\.bak)$/.test(name)

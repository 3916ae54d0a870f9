import type { Entry, Failed, FileTree, Led } from './which-files.js'
import { getOrMake } from '../model/order.js'

/** A line of git's listing of a commit: a mode, the id of the content, and the path from the top. */
export interface Listed {
  readonly mode: string
  readonly id: string
  readonly path: string
}

/** As many links as the system follows in one path. */
const MAX_LINKS = 40

/** The files and folders of a commit, by place: empty for the top, or beginning with /. */
export class CommitTree {
  readonly #entries = new Map<string, Entry & { readonly id: string }>()
  readonly #folders = new Map<string, [name: string, entry: Entry][]>([['', []]])

  constructor(listed: readonly Listed[]) {
    for (const { mode, id, path } of listed) this.#add(`/${path}`, { ...entryOf(mode, id), id })
  }

  #add(place: string, entry: Entry & { readonly id: string }): void {
    this.#entries.set(place, entry)
    const end = place.lastIndexOf('/')
    this.#folder(place.slice(0, end)).push([place.slice(end + 1), entry])
  }

  #folder(place: string): [string, Entry][] {
    return getOrMake(this.#folders, place, () => {
      const end = place.lastIndexOf('/')
      this.#folder(place.slice(0, end)).push([place.slice(end + 1), FOLDER])
      return []
    })
  }

  /** Folders with a register.yaml. */
  registerFolders(): string[] {
    return [...this.#folders.keys()].filter((it) => this.#entries.has(`${it}/register.yaml`))
  }

  /** Paths below a folder, relative to it. */
  pathsBelow(folder: string): string[] {
    const paths = [...this.#entries.keys()].filter((it) => it.startsWith(`${folder}/`))
    return paths.map((it) => it.slice(folder.length + 1))
  }

  /** The id of the content of a file or link. */
  idAt = (place: string): string => this.#entries.get(place)!.id

  /** Links by place, with the ids of their contents. */
  links(): { readonly place: string; readonly id: string }[] {
    return [...this.#entries].filter(([, it]) => it.kind === 'link').map(([place, { id }]) => ({ place, id }))
  }

  /** Files by place, with the ids of their contents. */
  files(): { readonly place: string; readonly id: string }[] {
    return [...this.#entries].filter(([, it]) => it.kind === 'file').map(([place, { id }]) => ({ place, id }))
  }

  entryAt(place: string): Entry | undefined {
    return this.#folders.has(place) ? FOLDER : this.#entries.get(place)
  }

  entriesOf = (place: string): Iterable<readonly [string, Entry]> => this.#folders.get(place) ?? []
}

const FOLDER: Entry = { kind: 'folder' }

function entryOf(mode: string, id: string): Entry {
  if (mode === '120000') return { kind: 'link' }
  return mode === '160000' ? { kind: 'repository', detail: id } : { kind: 'file' }
}

/**
 * The folder of a register in a commit.
 * @param top where the repository is checked out, as a link may have an absolute target
 * @param links the targets of links, by place
 */
export function registerTree(
  tree: CommitTree,
  root: string,
  top: string,
  links: ReadonlyMap<string, string>,
): FileTree {
  return {
    root,
    entryAt: (place) => tree.entryAt(place),
    entriesOf: tree.entriesOf,
    follow: (link) => follow(link, { tree, top, links, left: MAX_LINKS }),
  }
}

interface Following {
  readonly tree: CommitTree
  readonly top: string
  readonly links: ReadonlyMap<string, string>
  /** How many more links may be followed. */
  left: number
}

function follow(link: string, following: Following): Led | Failed {
  const detail = following.links.get(link) ?? ''
  const place = placeLedTo(link, following)
  if (place === 'broken') return { problem: 'symlink-broken', detail }
  if (place === 'loop') return { problem: 'symlink-loop', detail }
  if (place !== 'outside') return { place, entry: following.tree.entryAt(place)!, detail }
  // the commit does not have what is there: a name without an ending is taken for a folder
  return { place: '..', entry: { kind: /\.[^/.]+$/.test(link) ? 'file' : 'folder' }, detail }
}

/** A place of the commit (empty, or beginning with /), or why there is none; inside a submodule, the submodule. */
function placeLedTo(link: string, following: Following): string {
  if (following.left-- === 0) return 'loop'
  const { tree, top, links } = following
  const target = links.get(link)!
  const isWhole = target.startsWith('/')
  if (isWhole && target !== top && !target.startsWith(`${top}/`)) return 'outside'
  let at = isWhole ? '' : link.slice(0, link.lastIndexOf('/'))
  for (const part of (isWhole ? target.slice(top.length + 1) : target).split('/')) {
    const { kind } = tree.entryAt(at)!
    if (kind === 'repository') return at
    if (kind !== 'folder') return 'broken'
    if (part === '' || part === '.') continue
    if (part === '..' && at === '') return 'outside'
    const next = part === '..' ? at.slice(0, at.lastIndexOf('/')) : `${at}/${part}`
    const entry = tree.entryAt(next)
    if (entry === undefined) return 'broken'
    at = entry.kind === 'link' ? placeLedTo(next, following) : next
    if (at !== '' && !at.startsWith('/')) return at
  }
  return at
}

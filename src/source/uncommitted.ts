import { placeInRepository, treeAt, whichFilesAt } from './committed-files.js'
import { getOrMake } from '../model/order.js'
import { objectId } from './object-id.js'
import { answerOf, gitWithInput } from './run-git.js'
import type { Commit } from './revisions.js'

/** How the files of a register compare with a commit. */
export interface Uncommitted {
  /** Is any of them different, new or gone? */
  readonly isChanged: boolean
  /** Files that git would compare by running a program that their attributes name (a filter, such as git-lfs). */
  readonly filtered: readonly string[]
  /** Submodules, whose files the commit does not have. */
  readonly repositories: readonly string[]
}

/** A file whose bytes differ from those in the commit. */
interface Differing {
  readonly path: string
  /** From the top of the repository. */
  readonly place: string
  /** The id of its content in the commit. */
  readonly id: string
  readonly bytes: Uint8Array
}

/**
 * Compares a register with a commit, file by file, by the ids of their contents. `git status` would do this as well, but
 * would run the filters in the repository's settings; here none is run, and line ends are compared as git stores them.
 * @param files as they were read; undefined for one that could not be, which is reported elsewhere
 * @throws UsageError where git cannot answer
 */
export async function uncommittedIn(
  root: string,
  files: ReadonlyMap<string, Uint8Array | undefined>,
  commit: Commit,
): Promise<Uncommitted> {
  const { top, place } = placeInRepository(root)
  const tree = await treeAt(top, commit.id)
  const committed = new Map((await whichFilesAt(top, tree, place)).map((it) => [it.path, it]))
  const repositories = [...committed.values()].filter((it) => 'problem' in it && it.problem === 'repository')
  const isCompared = (path: string) => !repositories.some((it) => path === it.path || path.startsWith(`${it.path}/`))
  const differing: Differing[] = []
  let isChanged = [...committed.values()].some((it) => 'place' in it && !files.has(it.path))
  for (const [path, bytes] of files) {
    const then = committed.get(path)
    if (!isCompared(path) || (bytes === undefined && then !== undefined)) continue
    if (bytes === undefined || then === undefined || !('place' in then)) isChanged = true
    else {
      const id = tree.idAt(then.place)
      if (objectId(bytes, id) !== id) differing.push({ path, place: then.place.slice(1), id, bytes })
    }
  }
  const compared = await lookCloser(top, differing)
  return {
    isChanged: isChanged || compared.some((it) => it.is === 'changed'),
    filtered: compared.filter((it) => it.is === 'filtered').map((it) => it.path),
    repositories: repositories.map((it) => it.path),
  }
}

const ATTRIBUTES = ['text', 'crlf', 'eol', 'filter', 'ident', 'working-tree-encoding'] as const
type Attributes = Readonly<Partial<Record<(typeof ATTRIBUTES)[number], string>>>

/** Compares files with attributes and settings in mind, which git shows without running a program. */
async function lookCloser(top: string, differing: readonly Differing[]) {
  if (differing.length === 0) return []
  const requested = differing.map((it) => `${it.place}\0`).join('')
  const output = await gitWithInput(top, requested, 'check-attr', '-z', '--stdin', ...ATTRIBUTES)
  const attributes = attributesIn(output.toString())
  const autocrlf = (await answerOf(top, 'config', '--get', 'core.autocrlf')) ?? 'false'
  return differing.map((it) => {
    const own = attributes.get(it.place) ?? {}
    if (own.filter || own.ident || own['working-tree-encoding']) return { path: it.path, is: 'filtered' }
    const ends = lineEnds(own, /^(?:true|yes|on|1|input)$/i.test(autocrlf))
    return { path: it.path, is: isSameAsStored(it, ends) ? 'same' : 'changed' }
  })
}

/** Reads what `check-attr -z` prints: place, attribute and value in turn. `-text` is printed as unset. */
function attributesIn(output: string): Map<string, Attributes> {
  const found = new Map<string, Record<string, string>>()
  const words = output.split('\0')
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [place, attribute, value] = [words[at]!, words[at + 1]!, words[at + 2]!]
    const known = getOrMake(found, place, (): Record<string, string> => ({}))
    const isLineEnds = attribute === 'text' || attribute === 'crlf'
    if (value !== 'unspecified' && (value !== 'unset' || isLineEnds)) known[attribute] = value
  }
  return found
}

/** Does git convert line ends to LF: always, never, or where the content is text? As in convert.c of git. */
function lineEnds({ text, crlf, eol }: Attributes, isAutocrlf: boolean): 'always' | 'never' | 'auto' {
  const requested = [text, crlf].find((it) => ['set', 'unset', 'input', 'auto'].includes(it ?? ''))
  if (requested === 'unset') return 'never'
  if (requested === 'auto') return 'auto'
  if (requested !== undefined || eol === 'lf' || eol === 'crlf') return 'always'
  return isAutocrlf ? 'auto' : 'never'
}

function isSameAsStored({ bytes, id }: Differing, ends: 'always' | 'never' | 'auto'): boolean {
  if (ends === 'never') return false
  const stored = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
  // content with a NUL or a lone CR is not text
  return (ends === 'always' || !(stored.includes(0) || stored.includes(13))) && objectId(stored, id) === id
}

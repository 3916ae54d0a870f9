import { existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { UsageError } from '../../model/usage-error.js'
import { unwritable, writeFileWhole } from '../../source/write-file.js'
import type { NewFile } from './files.js'

/** What became of a file. */
export type Outcome =
  | { readonly path: string; readonly state: 'written' | 'same' | 'kept' }
  /** It is read at the top of the repository only, which is above the folder. */
  | { readonly path: string; readonly state: 'below-top'; readonly top: string }
  /** It is there, and lacks what a person has to add to it. */
  | { readonly path: string; readonly state: 'to-add'; readonly text: string }

/**
 * Writes what is not there yet, and leaves what is.
 * @param tell is told each file as soon as its fate is known, so that a fault half-way hides nothing
 * @throws UsageError when a file cannot be written; those told before stay
 */
export function writeNew(
  folder: string,
  files: readonly NewFile[],
  { dryRun, tell }: { dryRun: boolean; tell: (outcome: Outcome) => void },
): void {
  const top = topAbove(folder)
  for (const { path, text, sign, atTop } of files) {
    const full = join(folder, path)
    if (atTop && top !== undefined) tell({ path, state: 'below-top', top })
    else if (isThere(full)) tell(kept(full, { path, text, ...(sign !== undefined && { sign }) }))
    else {
      if (!dryRun) writeOne(folder, full, text)
      tell({ path, state: 'written' })
    }
  }
}

/** Is there anything of that name? A link that leads nowhere is something. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false
    throw unwritable(path, error)
  }
}

function kept(full: string, { path, text, sign }: NewFile): Outcome {
  const there = textOf(full)
  if (there === text) return { path, state: 'same' }
  return sign === undefined || there.includes(sign) ? { path, state: 'kept' } : { path, state: 'to-add', text }
}

/** Empty where it is no file that can be read, such as a folder or a pipe: it is left all the same. */
function textOf(path: string): string {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}

function writeOne(folder: string, full: string, text: string): void {
  try {
    makeFolder(folder)
    refuseOutside(folder, full)
    makeFolder(dirname(full))
  } catch (error) {
    throw error instanceof UsageError ? error : unwritable(full, error)
  }
  writeFileWhole(full, text, 'absent')
}

/** One after the other: Node's own way to make all of them never ends where a folder as /proc takes none. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

/** A link on the way may lead anywhere. */
function refuseOutside(folder: string, full: string): void {
  let above = dirname(full)
  while (!existsSync(above)) above = dirname(above)
  const real = realpathSync(folder)
  if (!`${realpathSync(above)}${sep}`.startsWith(real.endsWith(sep) ? real : real + sep))
    throw new UsageError(`${above} is a link that leads out of ${folder}`, 'put a folder in its place')
}

/** The top of the repository that a folder is in, where that is above it; undefined otherwise. */
function topAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return undefined
  for (let above = dirname(folder), below = folder; above !== below; below = above, above = dirname(above))
    if (existsSync(join(above, '.git'))) return above
  return undefined
}

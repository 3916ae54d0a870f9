import { dirname, join } from 'node:path'
import { makeFolders } from '../../source/make-folders.js'
import { leadsOut, placeWithin } from '../../source/place-within.js'
import { MAX_BYTES, openFile } from '../../source/read-files.js'
import { clearTemporary } from '../../source/temporary.js'
import { findRepository } from '../../source/repository.js'
import { isTaken, replaceFile } from '../../source/write-file.js'
import type { NewFile } from './files.js'

/** The outcome of a file. */
export type Outcome =
  | { readonly path: string; readonly state: 'written' | 'same' | 'kept' }
  /** It is read only at the top of the repository, which is above the folder. */
  | { readonly path: string; readonly state: 'below-top'; readonly top: string }
  /** It exists, and a person has to add something to it. */
  | { readonly path: string; readonly state: 'to-add'; readonly text: string }

/**
 * Writes the files that do not exist yet.
 * @param report gets each file as soon as its outcome is known, so that an error half-way hides nothing
 * @throws UsageError if a file cannot be written; those reported before stay
 */
export function writeNew(
  folder: string,
  files: readonly NewFile[],
  { dryRun, report }: { dryRun: boolean; report: (outcome: Outcome) => void },
): void {
  const top = topAbove(folder)
  if (!dryRun) clearLeft(folder, files)
  for (const { path, text, sign, atTop } of files) {
    if (atTop && top !== undefined) report({ path, state: 'below-top', top })
    else if (isTaken(join(folder, path))) report(kept(folder, { path, text, sign }))
    else {
      if (!dryRun) writeOne(folder, path, text)
      report({ path, state: 'written' })
    }
  }
}

function kept(folder: string, { path, text, sign }: NewFile): Outcome {
  const existing = textOf(folder, path)
  if (existing === text) return { path, state: 'same' }
  return sign === undefined || existing.includes(sign) ? { path, state: 'kept' } : { path, state: 'to-add', text }
}

/** Empty if it cannot be read as a file of this folder, such as a pipe or a link out of it; it is left alone anyway. */
function textOf(folder: string, path: string): string {
  if (leadsOut(folder, path)) return ''
  const read = openFile(join(folder, path), MAX_BYTES, 'followed')
  return Buffer.isBuffer(read) ? read.toString('utf8') : ''
}

function writeOne(folder: string, path: string, text: string): void {
  makeFolders(folder)
  const place = placeWithin(folder, path)
  makeFolders(dirname(place))
  replaceFile(place, text, 'absent')
}

/** Removes temporary files of an interrupted run from the folders that files are written to. */
function clearLeft(folder: string, files: readonly NewFile[]): void {
  for (const it of new Set(files.map(({ path }) => dirname(path))))
    if (!leadsOut(folder, it)) clearTemporary(join(folder, it))
}

/** The top of the repository of a folder, if that is above the folder. */
function topAbove(folder: string): string | undefined {
  const { top, isBare = true } = findRepository(folder) ?? {}
  return isBare || isTaken(join(folder, '.git')) ? undefined : top
}

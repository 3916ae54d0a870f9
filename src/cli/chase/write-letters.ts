import { join, resolve } from 'node:path'
import { slug } from '../../model/id.js'
import type { Addressee } from '../../duties/letters.js'
import { UsageError, UsageErrors } from '../../model/usage-error.js'
import { makeFolders } from '../../source/make-folders.js'
import { openFile } from '../../source/read-files.js'
import { isTaken, replaceFile } from '../../source/write-file.js'
import type { Ports } from '../ports.js'

/** A letter as a file of a folder. */
export interface LetterFile {
  readonly name: string
  readonly text: string
}

/** Cut well below what any system takes. */
const LONGEST = 80

/**
 * Names of files for letters: letters, digits and hyphens, whatever the role is called. Where two would have the same
 * name, in capitals or not, the later ones have a number.
 */
export function fileNames(addressees: readonly Addressee[], ending: string): string[] {
  const taken = new Set<string>()
  return addressees.map((to) => {
    const own = slug(to.kind === 'lead' ? to.role : to.organisation.id)
    const name = [to.kind, own.slice(0, LONGEST)].filter(Boolean).join('-')
    const numbered = (number: number) => (number === 1 ? name : `${name}-${number}`)
    let number = 1
    while (taken.has(numbered(number))) number++
    taken.add(numbered(number))
    return `${numbered(number)}.${ending}`
  })
}

/**
 * Writes letters into a folder, which is made if need be. Whoever chases may have changed a letter by hand, so nothing that
 * is there is written over; what is there with the same bytes is left.
 * @returns the names of the files that were, or would be, written
 * @throws UsageError with every file that is in the way, before anything is written
 */
export function writeLetters({ cwd }: Ports, out: string, files: readonly LetterFile[], dryRun: boolean): string[] {
  const folder = resolve(cwd, out)
  const missing = files.filter(({ name, text }) => !isThere(join(folder, name), text))
  const inTheWay = missing.filter(({ name }) => isTaken(join(folder, name)))
  if (inTheWay.length > 0) throw new UsageErrors(inTheWay.map(({ name }) => differs(join(out, name))))
  if (!dryRun && missing.length > 0) {
    makeFolders(folder)
    for (const { name, text } of missing) replaceFile(join(folder, name), text, 'absent')
  }
  return missing.map(({ name }) => name)
}

/** Is a file there already, with the same bytes? A link is not. */
function isThere(place: string, text: string): boolean {
  const bytes = Buffer.from(text)
  const read = openFile(place, bytes.length)
  return Buffer.isBuffer(read) && read.equals(bytes)
}

const differs = (path: string) =>
  new UsageError(`${path} is there already, and is not this letter`, 'remove it, or name a new folder with --out')

import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { unwritable } from './write-file.js'

/**
 * Makes a folder, with those above it that are not there yet, one after the other: Node's own way to make all of them
 * never ends where a folder as /proc takes none.
 * @param mode of those that are made; as the user has it otherwise
 * @returns those that were made, the topmost first
 * @throws UsageError when one cannot be made
 */
export function makeFolders(folder: string, mode?: number): string[] {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
    const above = dirname(folder) === folder ? [] : makeFolders(dirname(folder), mode)
    mkdirSync(folder, mode)
    return [...above, folder]
  } catch (error) {
    throw error instanceof UsageError ? error : unwritable(folder, error)
  }
}

/** Takes folders away again that nothing is in. */
export function takeFolders(made: readonly string[]): void {
  for (const folder of made.toReversed())
    try {
      rmdirSync(folder)
    } catch {
      // somebody has put something there
    }
}

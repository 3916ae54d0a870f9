import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { unwritable } from './write-file.js'

/**
 * Makes a folder and its missing parents, one by one: Node's recursive option never returns where a folder such as /proc
 * does not allow new ones.
 * @param mode of the new folders; the user's default unless given
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

/** Removes folders again, if they are empty. */
export function takeFolders(made: readonly string[]): void {
  for (const folder of made.toReversed())
    try {
      rmdirSync(folder)
    } catch {
      // somebody has put something there
    }
}

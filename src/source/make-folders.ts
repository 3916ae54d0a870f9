import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { unwritable } from './write-file.js'

/**
 * Makes a folder, with those above it that are not there yet.
 * @returns those that were made, the topmost first
 * @throws UsageError when one cannot be made
 */
export function makeFolders(folder: string): string[] {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
    const above = dirname(folder) === folder ? [] : makeFolders(dirname(folder))
    mkdirSync(folder)
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

import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { isInside } from './place-within.js'

/**
 * The git on PATH; undefined where there is none. The system's own search is not used, as on Windows it begins in the
 * current folder. A program inside the repository is never started, even if PATH leads there.
 * @param repository the top of the repository that git is to look at
 */
export function gitProgram(path: string | undefined, repository: string): string | undefined {
  const folders = (path ?? '').split(delimiter).filter(isAbsolute)
  const isOfRepository = (it: string) => isInside(repository, it) || isInside(repository, realpathSync(it))
  return folders.map((it) => join(it, NAME)).find((it) => isProgram(it) && !isOfRepository(it))
}

const NAME = process.platform === 'win32' ? 'git.exe' : 'git'

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

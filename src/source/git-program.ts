import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { isInside } from './place-within.js'

/**
 * The git that PATH names; undefined where there is none. It is looked for here and not by the system, which on Windows
 * begins in the folder that a program is started in: what a repository holds is never started, wherever PATH leads.
 * @param repository the top of the repository that git is to be asked about
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

import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../model/usage-error.js'

/**
 * The folder of the register: the one that was named, or the first found walking up from `cwd`
 * (`register.yaml`, then `register/register.yaml`). Undefined when there is none.
 * @param named the folder of a register, or its `register.yaml`
 * @throws UsageError when the named folder is not a register
 */
export function findRegister(cwd: string, named?: string): string | undefined {
  if (named !== undefined) return namedRegister(resolve(cwd, named), named)
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'register.yaml'))) return folder
    if (existsSync(join(folder, 'register', 'register.yaml'))) return join(folder, 'register')
    if (folder === dirname(folder)) return undefined
  }
}

function namedRegister(path: string, named: string): string {
  if (named === '') throw new UsageError('the register is named by an empty text', 'name the folder of register.yaml')
  const isFile = basename(path) === 'register.yaml'
  const folder = isFile ? dirname(path) : path
  if (existsSync(join(folder, 'register.yaml'))) return folder
  if (isFile || !existsSync(folder)) throw new UsageError(`there is no ${named}`, 'name the folder of register.yaml')
  const below = existsSync(join(folder, 'register', 'register.yaml'))
  const hint = below ? `did you mean ${join(named, 'register')}?` : 'name the folder of register.yaml'
  throw new UsageError(`${named} holds no register.yaml`, hint)
}

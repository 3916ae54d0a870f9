import { relative, sep } from 'node:path'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { findRegister } from '../source/find-register.js'
import { readRegister } from '../source/read-register.js'
import type { Ports } from './ports.js'

/** A register that was found and read. */
export interface Opened {
  readonly register: Register
  /** Its folder, absolute. */
  readonly root: string
  /** A file of the register as it is printed: from the folder that the tool runs in, with / between. */
  readonly printed: (file: string) => string
}

/** Finds and reads the register that a command speaks of. */
export async function openRegister({ cwd, env }: Ports, option: string | undefined): Promise<Opened> {
  const root = findRegister(cwd, option ?? env['PARTNERS_REGISTER'])
  if (root === undefined) {
    throw new UsageError('no register.yaml or register/register.yaml here or above', 'name one with --register')
  }
  const register = await readRegister(root)
  const prefix = relative(cwd, root).split(sep).join('/')
  const printed = (file: string) => (file.startsWith('policies/') || prefix === '' ? file : `${prefix}/${file}`)
  return { register, root, printed }
}

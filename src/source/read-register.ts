import { buildRegister, type Register } from '../model/register.js'
import { packagePolicy } from './package-files.js'
import { readRegisterFiles } from './read-files.js'

/** Reads the register of a folder; a file that does not parse is told in the register's problems. */
export async function readRegister(root: string): Promise<Register> {
  const sources = await readRegisterFiles(root)
  const register = buildRegister(sources, packagePolicy)
  if (register !== undefined) return register
  const { syntaxErrors } = await import('../document/syntax-errors.js')
  return buildRegister(sources, packagePolicy, syntaxErrors)!
}

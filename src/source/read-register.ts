import { buildRegister, type Register } from '../model/register.js'
import type { SourceFile } from '../model/source-file.js'
import { packagePolicy } from './package-files.js'
import { isRegisterFile, MAX_BYTES, readRegisterFiles } from './read-files.js'

/** Reads the register of a folder; a file that does not parse is told in the register's problems. */
export async function readRegister(root: string): Promise<Register> {
  return build(await readRegisterFiles(root))
}

/**
 * Reads the register of a folder as it stood at a commit. Policies that it extends are those of this release.
 * @returns undefined when the folder held no register.yaml then
 */
export async function readRegisterAt(root: string, commit: string): Promise<Register | undefined> {
  const { filesAt } = await import('./git.js')
  const files = (await filesAt(root, commit)).filter(({ path }) => isRegisterFile(path))
  if (!files.some((it) => it.path === 'register.yaml')) return undefined
  return build(
    files.map(({ path, bytes }): SourceFile => {
      if (bytes === undefined) return { path, trouble: 'not-a-file' }
      return bytes.length > MAX_BYTES ? { path, trouble: 'too-large' } : { path, bytes }
    }),
  )
}

async function build(sources: readonly SourceFile[]): Promise<Register> {
  const register = buildRegister(sources, packagePolicy)
  if (register !== undefined) return register
  const { syntaxErrors } = await import('../document/syntax-errors.js')
  return buildRegister(sources, packagePolicy, syntaxErrors)!
}

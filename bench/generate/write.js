import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a generated register as `register/` and, beside it, what must be found in it as `expected.json`. */
export function writeRegister({ files, asOf, findings }, folder) {
  for (const { path, text } of files) {
    const target = join(folder, 'register', path)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, text)
  }
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify({ asOf, findings }, null, 1)}\n`)
}

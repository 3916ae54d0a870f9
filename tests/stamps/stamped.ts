import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '../../src/source/sha256.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { readRegister } from '../../src/source/read-register.js'
import { stampOf, type WrittenStamp } from '../../src/stamps/stamp.js'

/** The lines of a stamp, as they stand in an item of `reviews:`. */
export function stampLines(stamp: WrittenStamp): string {
  const lines = Object.entries(stamp).flatMap(([key, value]) =>
    typeof value === 'object'
      ? [`${key}:`, ...Object.entries(value).map(([id, it]) => `  ${id}: ${it}`)]
      : [`${key}: ${value}`],
  )
  return ['    stamp:', ...lines.map((it) => `      ${it}`), ''].join('\n')
}

/** Writes the stamp of a partnership as it is now below the last day of its file, which is that of its review. */
export async function stamp(root: string, id: string, asOf = '2026-10-31'): Promise<WrittenStamp> {
  const register = await readRegister(root)
  const partnership = register.partnerships.find((it) => it.id === id)!
  const made = stampOf(partnership, { register, policy: answerPolicy(register, asOf), hash: sha256 })
  const file = join(root, partnership.file)
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(reviews:\n {2}- date: .*\n)/, `$1${stampLines(made)}`))
  return made
}

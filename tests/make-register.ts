import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const work = mkdtempSync(join(tmpdir(), 'partners-register-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Writes a register of these files into a folder of its own, and gives that folder; what every register needs is added. */
export function registerOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(work, 'r'))
  const all = { 'register.yaml': 'schema: 1\norganisation: us\n', 'policy.yaml': 'extends: nhs-2026\n', ...files }
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

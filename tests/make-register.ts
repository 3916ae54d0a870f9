import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Writes a register of these files into a folder of its own, and gives that folder; what every register needs is added. */
export function registerOf(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'register-'))
  const all = { 'register.yaml': 'schema: 1\norganisation: us\n', 'policy.yaml': 'extends: nhs-2026\n', ...files }
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}

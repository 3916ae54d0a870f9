import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'
import { tempFolder } from './source/temp-folder.js'

const many = Object.fromEntries(
  Array.from({ length: 250 }, (_, index) => [
    `partnerships/p${index}.yaml`,
    `name: Number ${index}\nstatus: ${index === 7 ? 'aktive' : 'active'}\n`,
  ]),
)

test('a second run reads what the first one kept, and writes the very same', () => {
  const root = registerOf({ 'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n', ...many })
  const cache = join(tempFolder(), 'cache')
  const validate = (...more: string[]) =>
    runPartners(['validate', '-r', root, '--as-of', '2026-09-30', '--format', 'json', ...more], {
      env: { PARTNERS_NO_CACHE: '', PARTNERS_CACHE: cache },
    })
  const uncached = validate('--no-cache')
  expect(uncached.stdout).toContain('aktive')
  expect(existsSync(cache)).toBe(false)
  expect(validate()).toEqual(uncached)
  expect(readdirSync(cache)).toHaveLength(1)
  expect(validate()).toEqual(uncached)
  writeFileSync(join(root, 'partnerships', 'p7.yaml'), 'name: Number 7\nstatus: active\n')
  rmSync(join(root, 'partnerships', 'p8.yaml'))
  const changed = validate()
  expect(changed.stdout).not.toContain('aktive')
  expect(changed).toEqual(validate('--no-cache'))
})

test('where nothing can be kept, nothing is said', () => {
  const root = registerOf(many)
  const cache = join(tempFolder({ file: '' }), 'file')
  const args = ['validate', '-r', root, '--as-of', '2026-09-30', '--quiet']
  expect(runPartners(args, { env: { PARTNERS_NO_CACHE: '', PARTNERS_CACHE: cache } })).toEqual(
    runPartners([...args, '--no-cache']),
  )
  const { stderr } = runPartners(args, { env: { PARTNERS_NO_CACHE: '', PARTNERS_CACHE: cache, PARTNERS_DEBUG: '1' } })
  expect(stderr).toMatch(/^partners: .*pack was not read: .*\npartners: .*pack was not written: .*\n$/)
})

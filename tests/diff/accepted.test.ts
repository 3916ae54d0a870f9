import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'
import { tempFolder } from '../source/temp-folder.js'

const partnership = (id: number) => [
  `partnerships/p${id}.yaml`,
  `name: P${id}\nstatus: active\nkind: contract\ncare: true\n`,
]
const files = {
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  ...(Object.fromEntries(Array.from({ length: 40 }, (_, id) => partnership(id))) as Record<string, string>),
}

/** Two folders with the same register, of which the later one has a baseline. */
function accepting(): readonly [before: string, after: string] {
  const work = tempFolder()
  const [before, after] = ['before', 'after'].map((it) => join(work, it)) as [string, string]
  for (const folder of [before, after])
    for (const [path, text] of Object.entries({
      'register.yaml': 'schema: 1\norganisation: us\n',
      'policy.yaml': 'extends: nhs-2026\n',
      ...files,
    })) {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
  expect(runPartners(['baseline', '-r', after]).code).toBe(0)
  return [before, after]
}

const diff = (before: string, after: string) =>
  runPartners(['diff', before, after, '--as-of', '2026-10-31', '--format', 'markdown']).stdout

test('a comment lists no accepted findings, and is short where a baseline comes in', () => {
  const stdout = diff(...accepting())
  expect(stdout).toMatch(/Still found, but now permitted, accepted or turned off: \d{3}/)
  expect(stdout).toMatch(/^- \d+ of document\/missing \(\w+\) in 40 files$/m)
  expect(stdout).not.toContain('Not all is shown')
  expect(stdout.split('\n').length).toBeLessThan(60)
  expect(stdout).not.toMatch(/\| P\d+ \|/)
})

test('what a baseline no longer accepts is found again, though its record is as it was', () => {
  const [before, after] = accepting()
  const baseline = readFileSync(join(after, 'baseline.yaml'), 'utf8')
  writeFileSync(join(before, 'baseline.yaml'), baseline)
  expect(diff(before, after)).not.toContain('P7')
  const kept = baseline.split(/^(?= {2}- )/m).filter((it) => !it.includes('partnerships/p7.yaml'))
  writeFileSync(join(after, 'baseline.yaml'), kept.join(''))
  expect(diff(before, after)).toMatch(/p7\.yaml/)
})

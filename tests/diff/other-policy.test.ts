import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-policy-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const diff = (policy: string, ...more: string[]) =>
  runPartners(['diff', '--policy', policy, '--as-of', '2026-09-30', ...more])

function policyFile(text: string): string {
  const file = join(work, 'proposed.yaml')
  writeFileSync(file, text)
  return file
}

test('the policy in force by its name changes nothing', () => {
  const { stdout, stderr } = diff('nhs-2027')
  expect(stdout).toBe('')
  const [, was, will] = /required under the policy in force: (\d+) .*; under nhs-2027.*: (\d+) /.exec(stderr)!
  expect(was).toBe(will)
  expect(Number(was)).toBeGreaterThan(0)
})

test('another released policy is compared, and own entries are said to stay', () => {
  const { stdout, stderr, code } = diff('nhs-2026')
  expect(code).toBe(0)
  expect(stderr).toMatch(/documents required .* under nhs-2026, with the register’s own entries: \d+ \(/)
  expect(stdout).not.toBe('')
})

test('a file stands in for policy.yaml', () => {
  const { stderr } = diff(policyFile('title: Nothing is asked\n'))
  expect(stderr).toMatch(/; under proposed\.yaml: 0\n/)
})

test.each([
  ['extends: nhs-2099\n', 'proposed.yaml:1:10: ', 'no policy "nhs-2099" to extend'],
  ['extends: nhs-2027\n__proto__: 1\n', 'proposed.yaml:2:1: ', '__proto__'],
])('a mistake in the file is refused with its place: %j', (text, place, words) => {
  const { stdout, stderr, code } = diff(policyFile(text))
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  expect(stderr).toContain(place)
  expect(stderr).toContain(words)
})

test('what is neither a file nor a released policy is refused', () => {
  const { stderr, code } = diff('nhs-2028')
  expect(code).toBe(2)
  expect(stderr).toContain('"nhs-2028" is neither a file nor a released policy')
})

test('it cannot be combined with states', () => {
  const { stderr, code } = diff('nhs-2026', 'main..HEAD')
  expect(code).toBe(2)
  expect(stderr).toContain('cannot be combined with "main..HEAD"')
})

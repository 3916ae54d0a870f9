import { cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inMessage } from '../src/model/words.js'
import { rules } from '../src/rules/index.js'
import { asYaml } from './hostile.js'
import { registerOf } from './make-register.js'
import { ROOT, runInProcess } from './run-partners.js'

const FIXTURES = join(ROOT, 'tests', 'rules')

/** The messages of all findings in a register; none of them was cut, which a rule leaves to what a text itself holds. */
const messagesIn = (cwd: string): string[] => {
  const { stdout } = runInProcess(['validate', '--as-of', '2026-09-30', '--format', 'json'], { cwd })
  return (JSON.parse(stdout) as { findings: { message: string }[] }).findings.map((it) => it.message)
}
const long = (messages: readonly string[]) => messages.filter((it) => it.length > 300 || it.endsWith('…'))

describe('no message is longer than 300 letters', () => {
  test('in the fixtures of all rules', () => {
    const work = mkdtempSync(join(tmpdir(), 'fixtures-'))
    const seen = rules.flatMap(({ code }) => {
      const fixture = join(FIXTURES, code, 'fail')
      if (!existsSync(fixture)) return []
      const folder = join(work, code)
      cpSync(join(FIXTURES, 'base'), folder, { recursive: true })
      cpSync(fixture, folder, { recursive: true })
      return messagesIn(folder)
    })
    expect(seen.length).toBeGreaterThan(100)
    expect(long(seen)).toEqual([])
  })

  test('in the examples', () => {
    const examples = readdirSync(join(ROOT, 'examples'), { recursive: true, withFileTypes: true })
    const folders = examples.filter((it) => it.name === 'register.yaml').map((it) => it.parentPath)
    expect(folders.length).toBeGreaterThan(2)
    expect(long(folders.flatMap(messagesIn))).toEqual([])
  })

  test('where a key or value is a text of its own', () => {
    const files = {
      'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
      'partnerships/a.yaml': asYaml({
        name: 'A',
        status: 'x'.repeat(2000),
        ['k'.repeat(2000)]: 'x',
        lead: 'Head '.repeat(500),
      }),
    }
    const messages = messagesIn(registerOf(files))
    expect(messages.filter((it) => it.endsWith('…')).length).toBeGreaterThan(0)
    for (const it of messages) expect(it.length).toBeLessThanOrEqual(300)
  })
})

test('a list in a message says how many more there are', () => {
  const many = Array.from({ length: 40 }, (_, index) => `document ${index}`)
  expect(inMessage(['a', 'b'])).toBe('a; b')
  expect(inMessage(many)).toMatch(/^document 0; document 1; .* and \d+ more$/)
  expect(inMessage(many).length).toBeLessThan(240)
  expect(inMessage(['x'.repeat(500), 'y'])).toBe(`${'x'.repeat(500)} and 1 more`)
})

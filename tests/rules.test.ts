import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { rules } from '../src/rules/index.js'
import { answerPolicy } from '../src/policy/answers.js'
import { checkRegister } from '../src/rules/check.js'
import { Locator, locateFindings } from '../src/output/located.js'
import { boardUpdate } from '../src/reports/board-update/index.js'
import { sectionProblems } from '../src/reports/wording/check-sections.js'
import { sha256 } from '../src/source/sha256.js'
import { templateProblems } from '../src/reports/wording/check-templates.js'
import { papers } from '../src/reports/index.js'
import { readRegister } from '../src/source/read-register.js'
import { reviewStatuses } from '../src/stamps/review-status.js'

const FIXTURES = join(import.meta.dirname, 'rules')
const work = mkdtempSync(join(tmpdir(), 'partners-rules-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** What the disk alone can show, or what a file too few shows; tests/source and tests/cli.test.ts have them. */
const ON_DISK = ['register/no-policy', 'file/symlink', 'file/not-a-file', 'file/too-large', 'file/unreadable']

/** What a fixture of own checks finds has the names that its policy gives them. */
const isOf = (rule: string, line: string) => line.endsWith(rule) || (rule === 'own/check' && line.includes(' own/'))

describe.each(rules.map(({ code }) => code).filter((code) => !ON_DISK.includes(code)))('%s', (code) => {
  test('reports what the fixture marks, and nothing else', async () => {
    const { found, expected } = await run(code, 'fail')
    expect(expected.length).toBeGreaterThan(0)
    expect(expected.filter((line) => !isOf(code, line))).toEqual([]) // a fixture is about one rule
    expect(found.filter((line) => isOf(code, line))).toEqual(expected)
  })

  test('reports nothing where all is well', async () => {
    const { found } = await run(code, 'pass')
    expect(found.filter((line) => isOf(code, line))).toEqual([])
  })
})

test('no rule reports anything in the register under the fixtures, nor in one that states every field', async () => {
  for (const register of [join(FIXTURES, 'base'), join(import.meta.dirname, 'registers', 'riverside')])
    expect(await findingsIn(register)).toEqual([])
})

/** Findings of the base register with a fixture laid over it, and what its `# expect:` marks say. */
async function run(code: string, kind: 'fail' | 'pass') {
  const folder = join(work, `${code}/${kind}`)
  cpSync(join(FIXTURES, 'base'), folder, { recursive: true })
  const fixture = join(FIXTURES, code, kind)
  expect(existsSync(fixture), `${code} needs a fixture ${kind}`).toBe(true)
  cpSync(fixture, folder, { recursive: true })
  return { found: await findingsIn(folder), expected: expectations(folder).sort() }
}

/** What every rule finds in a register: `file:line code`. */
async function findingsIn(folder: string): Promise<string[]> {
  const read = await readRegister(folder)
  const partials = Object.fromEntries(
    [...read.files.values()].flatMap(({ file, text }) => {
      const name = /^templates\/partials\/(.+)\.md\.hbs$/.exec(file)?.[1]
      return name === undefined ? [] : [[name, { file, source: text }]]
    }),
  )
  const templates = [...sectionProblems(read, boardUpdate.view, partials), ...templateProblems(read, papers, partials)]
  const register = { ...read, problems: [...read.problems, ...templates] }
  const asOf = '2026-09-30'
  const policy = answerPolicy(register, asOf)
  const compared = reviewStatuses({ register, policy, hash: sha256 })
  const { findings } = checkRegister({ register, policy, asOf, reviewStatuses: compared }, rules)
  const located = locateFindings(findings, new Locator(register, (file) => file), (text) => text)
  return located.map((it) => `${it.file}:${it.line} ${it.code}`).sort()
}

function expectations(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return expectations(folder, `${prefix}${entry.name}/`)
    const lines = readFileSync(join(folder, prefix, entry.name), 'utf8').split('\n')
    return lines.flatMap((line, index) =>
      [...line.matchAll(/expect: ([\w/-]+)/g)].map((it) => `${prefix}${entry.name}:${index + 1} ${it[1]}`),
    )
  })
}

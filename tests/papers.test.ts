import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ROOT, runPartners } from './run-partners.js'

const REGISTERS = {
  oxford: 'register',
  brent: 'examples/nhs-brent-2010',
  'nw-london': 'examples/nw-london-2009',
  harbour: 'tests/registers/harbour', // invented: scored risks, documents in every state
}
const PAPERS: readonly [keyof typeof REGISTERS, string, ...string[]][] = [
  ['oxford', 'risk'],
  ['brent', 'risk'],
  ['nw-london', 'risk'],
  ['harbour', 'risk'],
  ['oxford', 'documents'],
  ['brent', 'documents'],
  ['nw-london', 'documents'],
  ['harbour', 'documents'],
]

/** The revision that a paper names changes with every commit. */
const masked = (paper: string) =>
  paper.replace(/(?:revision [0-9a-f]+(?: with changes that are not committed)?|not under version control), /, '')

test.each(PAPERS)('of %s, the paper %s', async (register, paper, ...args) => {
  const { stdout, stderr, code } = runPartners(['report', paper, '-r', REGISTERS[register], ...args])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  await expect(masked(stdout)).toMatchFileSnapshot(`papers/${register}-${paper}.md`)
})

const work = mkdtempSync(join(tmpdir(), 'partners-papers-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
let made = 0

/** A register of its own with these files. */
function registerWith(files: Readonly<Record<string, string>>): string {
  const folder = join(work, String(++made))
  cpSync(join(ROOT, 'tests', 'rules', 'base'), folder, { recursive: true })
  mkdirSync(join(folder, 'partnerships'))
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  return folder
}

describe.each(['risk', 'documents'])('%s', (paper) => {
  test('a register that holds nothing says so, under every heading', () => {
    const folder = mkdtempSync(join(work, 'empty-'))
    writeFileSync(join(folder, 'register.yaml'), 'schema: 1\norganisation: us\nas-of: 2026-10-31\n')
    writeFileSync(join(folder, 'policy.yaml'), 'title: Nothing\n')
    const { stdout, stderr } = runPartners(['report', paper, '-r', folder])
    expect(stderr).toBe('')
    expect(stdout).toMatch(/holds no|No document is needed/)
    expect(stdout).not.toMatch(/^#+ .*\n\n(?=#|---)/m)
  })

  test('whatever a name holds is shown as it is', () => {
    const name = '"<b>A</b> | {{count open}} **E** \\u001B[31m red"'
    const risk = `risks:\n  - title: ${name}\n    likelihood: 3\n    consequence: 4\n    mitigation: ${name}\n    owner: ${name}\n`
    const document = `documents:\n  - type: agreement\n    title: ${name}\n    status: draft\n    note: ${name}\n`
    const partnership = `name: ${name}\nstatus: active\nkind: contract\n${risk}${document}`
    const folder = registerWith({ 'partnerships/a.yaml': partnership })
    const { stdout, stderr } = runPartners(['report', paper, '-r', folder])
    expect(stderr).toBe('')
    expect(stdout).toContain('\\<b>A\\</b> \\| {{count open}} \\*\\*E\\*\\*')
    expect(stdout).not.toContain('\u001B')
    const page = runPartners(['report', paper, '-r', folder, '--format', 'html']).stdout
    expect(page).toContain('&lt;b&gt;A&lt;/b&gt; | {{count open}} **E**')
  })

  test('every figure can be traced', () => {
    const { stdout } = runPartners(['report', paper, '-r', 'tests/registers/harbour', '--trace'])
    expect(stdout).toMatch(/^ +- .+ \(tests\/registers\/harbour\/.+\.yaml:\d+\)$/m)
  })
})

test('a cell of the heat map has the colour of its band, which is no colour of a grade', () => {
  const page = runPartners(['report', 'risk', '-r', 'tests/registers/harbour', '--format', 'html']).stdout
  expect(page).toContain('<td class="band-h"><strong>H</strong> <strong>2:</strong> no. 3 and 4</td>')
  expect(page).toContain('<td class="band-e"><strong>E</strong> –</td>')
  const colour = (kind: string) =>
    [...page.matchAll(new RegExp(`td\\.${kind}-\\w+ \\{ background: (#\\w+)`, 'g'))].map((it) => it[1])
  expect(colour('band')).toHaveLength(4)
  expect(colour('band').filter((it) => colour('grade').includes(it))).toEqual([])
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { NAME_ROWS } from '../../src/output/paper/body-text.js'
import { sha256 } from '../../src/source/sha256.js'
import { runBinary, runPartners } from '../run-partners.js'
import { openWord, split, wordsOf } from './word-file.js'

const folder = mkdtempSync(join(tmpdir(), 'partners-word-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const REGISTERS = ['register', 'examples/nhs-brent-2010', 'examples/nw-london-2009', 'tests/registers/harbour']
const NAMES = [
  'board-update',
  'review',
  'register',
  'risk',
  'documents',
  'governance',
  'concentration',
  'evidence',
  'pack',
]
const PAPERS = REGISTERS.flatMap((register) => NAMES.map((name) => [name, register] as const))

test.each(PAPERS)('%s of %s says in Word what its markdown says, in the same order', (name, register) => {
  const out = join(folder, 'paper.docx')
  const made = runPartners(['report', name, '-r', register, '--out', out])
  expect({ ...made, stderr: made.stderr.replace(/^partners: the register has no update; .*\n/, '') }).toEqual({
    code: 0,
    stdout: '',
    stderr: '',
  })
  const { stdout } = runPartners(['report', name, '-r', register, '--format', 'md'])
  const { text, paragraphs, document, names } = openWord(readFileSync(out))
  expect(split(text)).toEqual(wordsOf(stdout))
  const headings = paragraphs.filter((it) => /^(?:Title|Heading\d)$/.test(it.style ?? ''))
  expect(headings.length).toBeGreaterThan(0)
  expect(headings.filter((it) => it.text === '')).toEqual([])
  expect(document).not.toContain('&lt;!--')
  expect(names[0]).toBe('[Content_Types].xml')
})

test.each([['board-update', '--presenter', 'A. Person'], ['risk'], ['pack']])(
  'the words of %s in Word have the digest that its trailer gives',
  (...args) => {
    const out = join(folder, 'digest.docx')
    expect(runPartners(['report', ...args, '--out', out]).code).toBe(0)
    const lines = openWord(readFileSync(out))
      .paragraphs.map((it) =>
        it.text
          .replaceAll('\u2011', '-')
          .replace(/[\s\u00A0\u202F]+/g, ' ')
          .trim(),
      )
      .filter((it) => it !== '')
    const body = lines.slice(
      0,
      lines.findLastIndex((it) => it.startsWith('Made by partners')),
    )
    for (const label of NAME_ROWS)
      if (body.indexOf(label) < 20 && body.includes(label)) body.splice(body.indexOf(label), 2)
    expect(lines.at(-1)).toMatch(new RegExp(`^To verify: .* text ${sha256(body.join('\n')).slice(0, 32)}\\.$`))
  },
)

test('a paper is the same file in two processes, time zones and languages', () => {
  const made = [
    { TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8' },
    { TZ: 'America/Los_Angeles', LC_ALL: 'C' },
  ].map((env, index) => {
    const out = join(folder, `zone-${index}.docx`)
    expect(runBinary(['report', 'board-update', '--out', out], { env })).toEqual({ code: 0, stdout: '', stderr: '' })
    return readFileSync(out)
  })
  expect(made[0]!.equals(made[1]!)).toBe(true)
})

import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const HEAD = 'name: Alpha\nstatus: active\nkind: contract\nprocurement: competitive\n'
const WHOLE = `${HEAD}value:\n  amount: 1000000\n  per: year\n  direction: spend\n`
const registerWith = (text: string) => registerOf({ 'partnerships/alpha.yaml': text })
const COMMANDS = ['report board-update', 'report register', 'list', 'due', 'show alpha'].map((it) => it.split(' '))

/** Codes of what is told of the syntax of the partnership, of its fields, and of its value. */
function codesOf(root: string): string[] {
  const { stdout } = runPartners(['validate', '--format', 'json', '-r', root])
  const { findings } = JSON.parse(stdout) as { findings: { code: string; file: string }[] }
  return findings
    .filter(({ code, file }) => file.endsWith('alpha.yaml') && /^(?:syntax|schema|value)\//.test(code))
    .map(({ code }) => code)
}

describe('a record of which syntax cut something off is not read whole', () => {
  const cut = [
    ['a comma in { }', `${HEAD}value: {amount: 1,000,000, per: year, direction: spend}\n`, ['syntax/comma']],
    ['a key written twice', `${WHOLE}value:\n  amount: 5\n  per: year\n`, ['syntax/duplicate-key']],
    ['a key written twice deep inside', WHOLE.replace('  per', '  amount: 5\n  per'), ['syntax/duplicate-key']],
    ['a second document', `${HEAD}---\nvalue:\n  amount: 5\n`, ['syntax/several-documents']],
    ['a second record', `${WHOLE}---\nname: Beta\n`, ['syntax/several-documents']],
    ['an alias', `${HEAD}x-sum: &sum 1m\nvalue:\n  amount: *sum\n  per: year\n`, ['syntax/anchor', 'syntax/alias']],
    ['an alias in a list', `${WHOLE}goals:\n  - *goal\n  - Fewer delays\n`, ['syntax/alias']],
  ] as const
  test.each(cut)('%s', (what, text, codes) => {
    const root = registerWith(text)
    expect(codesOf(root)).toEqual(codes)
    // what one command does with a loss all do: they open the register in one way
    for (const command of what === cut[0][0] ? COMMANDS : COMMANDS.slice(2, 3)) {
      const run = runPartners([...command, '-r', root])
      expect({ command, ...run }).toMatchObject({ command, code: 2, stdout: '' })
      expect(run.stderr).toContain('alpha.yaml')
      expect(run.stderr).toContain('could not be read in full')
      const all = runPartners([...command, '-r', root, '--incomplete'])
      expect(all.code).toBe(0)
      expect(all.stdout).not.toMatch(/£[15]\b(?!,)/)
    }
  })

  const plain = [
    ['an anchor', `${HEAD}value: &v\n  amount: 1000000\n  per: year\n  direction: spend\n`, ['syntax/anchor']],
    ['a tag', `${HEAD}value: !!map\n  amount: 1000000\n  per: year\n  direction: spend\n`, ['syntax/tag']],
    ['a line --- at the end', `${WHOLE}---\n`, ['syntax/several-documents']],
  ] as const
  test.each(plain)('%s takes nothing away', (_, text, codes) => {
    const root = registerWith(text)
    expect(codesOf(root)).toEqual(codes)
    const { code, stdout } = runPartners(['list', '-r', root])
    expect(code).toBe(0)
    expect(stdout).toContain('£1m')
  })
})

test('what a key written twice hides is told when it is mended, the rest at once', () => {
  const root = registerWith(`${WHOLE}lead: Nobody\nlead: Somebody\nsponsor: Nobody else\n`)
  const { stdout } = runPartners(['validate', '--format', 'json', '-r', root, '--rule', 'reference/role'])
  const { findings } = JSON.parse(stdout) as { findings: { path: string }[] }
  expect(findings.map(({ path }) => path)).toEqual(['sponsor'])
})

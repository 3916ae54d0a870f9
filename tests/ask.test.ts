import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { atTerminal, hasTerminal } from './edits/at-terminal.js'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const OURS = 'name: Us\nkind: nhs-trust\n'
const POLICY = `
tiers:
  informal: { points: 0 }
  standard: { points: 3 }
unscreened:
  except: { kind: informal }
documents:
  agreement:
    title: Agreement
    held-by: partnership
    when: { annual-value: { above: 0 } }
  sharing:
    title: Sharing agreement
    held-by: partnership
    when: { data: [personal, special-category] }
  joint:
    title: Joint arrangement
    held-by: partnership
    when: { controllership: joint }
  record:
    title: Procurement record
    held-by: partnership
    when: { all: [{ procurement: competitive }, { annual-value: { at-least: 10k } }] }
`
const HEAD = 'name: Walking Group\nstatus: active\n'
const register = (partnership: string) =>
  registerOf({
    'policy.yaml': POLICY,
    'organisations/us.yaml': OURS,
    'partnerships/walking-group.yaml': HEAD + partnership,
  })
const file = (root: string) => readFileSync(join(root, 'partnerships/walking-group.yaml'), 'utf8')

interface Question {
  id: string
  settles: string[]
  helps: string[]
}
const questionsOf = (root: string, ...more: string[]): Question[] =>
  (
    JSON.parse(runPartners(['ask', ...more, '--format', 'json', '-r', root]).stdout) as {
      partnerships: { questions: Question[] }[]
    }
  ).partnerships.flatMap((it) => it.questions)

describe('partners ask', () => {
  test('lists the questions that decide documents, the one that settles most first', () => {
    expect(questionsOf(register('kind: memorandum\n'))).toMatchObject([
      { id: 'data', settles: ['sharing', 'joint'], helps: [] },
      { id: 'money', settles: ['agreement'], helps: ['record'] },
      { id: 'purchase', settles: [], helps: ['record'] },
    ])
  })

  test('asks nothing of a partnership whose documents are decided', () => {
    const root = register('value: { amount: nil }\ndata: { level: none }\nprocurement: none\n')
    const { code, stdout } = runPartners(['ask', 'walking-group', '-r', root])
    expect([code, stdout]).toEqual([0, 'There is no open question: what is recorded decides every document.\n'])
  })

  test('asks a small one of which nothing is recorded whether money or data pass, and requires nothing of it', () => {
    const root = register('kind: informal\n')
    expect(questionsOf(root).map((it) => it.id)).toEqual(['money', 'data'])
    const { stdout } = runPartners(['validate', '--format', 'json', '-r', root])
    expect(stdout).toContain('partnership/unscreened')
    expect(stdout).not.toContain('document/missing')
    expect(stdout).not.toContain('data/not-stated')
  })

  test('writes answers and the confirmation in one change, and nothing else in the file moves', () => {
    const root = register('# keep me\nkind: informal\nunknown:\n  value: Nobody has asked.\n')
    const args = [
      'ask',
      'Walking Group',
      '--answer',
      'value.amount=nil',
      'value.per=year',
      'data.level=none',
      '--alive',
    ]
    const { code, stdout } = runPartners([...args, '--as-of', '2026-11-30', '-r', root], {
      env: { PARTNERS_AS_OF: '2026-11-30' },
    })
    expect([code, file(root)]).toEqual([
      0,
      `${HEAD}# keep me\nkind: informal\nconfirmed: 2026-11-30\nvalue:\n  amount: nil\n  per: year\ndata:\n  level: none\n`,
    ])
    expect(stdout).toContain('Walking Group: 3 answers recorded, and confirmed')
  })

  test('writes nothing in a dry run', () => {
    const root = register('')
    const before = file(root)
    expect(runPartners(['ask', 'walking-group', '--answer', 'data.level=none', '-n', '-r', root]).code).toBe(0)
    expect(file(root)).toBe(before)
  })

  test.each([
    [['--answer', 'data.level=none'], 'an answer needs a partnership'],
    [['walking-group', '--answer', 'data.level'], '"data.level" is no answer'],
    [['walking-group', '--answer', 'data.level=plenty', 'care=perhaps'], '"plenty" is not'],
    [['walking-group', '--answer', 'data.level=plenty', 'care=perhaps'], '"perhaps" is not true or false'],
    [['walkin-group'], 'walking-group'],
  ])('refuses %j', (args, words) => {
    const root = register('')
    const before = file(root)
    const { code, stderr } = runPartners(['ask', ...args, '-r', root])
    expect(code).toBe(2)
    expect(stderr).toContain(words)
    expect(file(root)).toBe(before)
  })

  test.skipIf(!hasTerminal)('asks at a terminal field by field, and skips what an answer makes pointless', async () => {
    const root = register('kind: informal\n')
    const { code, said } = await atTerminal(
      ['ask', 'walking-group', '-r', root],
      ['6k', 'year', 'spend', '', '', 'none', 'no'],
    )
    expect(said).toContain('1. Does money pass')
    expect(said).not.toContain('Controllership')
    expect([code, file(root)]).toEqual([
      0,
      `${HEAD}kind: informal\nvalue:\n  amount: 6k\n  per: year\n  direction: spend\ndata:\n  level: none\n`,
    ])
  })

  test.skipIf(!hasTerminal)(
    'asks for the part of an answer that is missing, for yes or no, and for no role in vain',
    async () => {
      const root = register(
        'kind: contract\npartners:\n  - organisation: us\n  - organisation: mind\nvalue:\n  amount: 40k\n  per: year\n',
      )
      writeFileSync(join(root, 'organisations/mind.yaml'), 'name: Harbour Mind\nkind: third-sector\n')
      writeFileSync(
        join(root, 'policy.yaml'),
        'tiers:\n  standard: { points: 0 }\ndocuments:\n  insurance:\n    title: Insurance\n    held-by: partner\n' +
          '    when: { partner-role: provider, value-direction: spend, care: true }\n',
      )
      const { said } = await atTerminal(['ask', 'walking-group', '-r', root], ['provider', 'spend', '', '', 'yes', ''])
      expect(said).toContain('Role of Harbour Mind')
      expect(file(root)).toContain('  - organisation: mind\n    roles: [provider]\n')
      expect(file(root)).toContain('  direction: spend\n')
      expect(file(root)).toContain('care: true\n')
    },
  )

  test.skipIf(!hasTerminal)('takes no for no money, and then asks nothing more about it', async () => {
    const root = register('kind: informal\n')
    const { said } = await atTerminal(['ask', 'walking-group', '-r', root], ['no', 'none', ''])
    expect(said).not.toContain('Start (')
    expect(file(root)).toBe(`${HEAD}kind: informal\nvalue:\n  amount: nil\ndata:\n  level: none\n`)
  })

  test('takes only answers to its questions', () => {
    const root = register('kind: informal\n')
    const { code, stderr } = runPartners(['ask', 'walking-group', '--answer', 'status=ended', '-r', root])
    expect([code, stderr]).toEqual([2, expect.stringContaining('"status" is not one of the fields that are asked')])
  })

  test('asks nothing of a part, which has the answers of its whole', () => {
    const root = register('kind: informal\nparent: whole\n')
    writeFileSync(
      join(root, 'partnerships/whole.yaml'),
      'name: Whole\nstatus: active\nkind: informal\nvalue:\n  amount: nil\ndata:\n  level: none\n',
    )
    expect(questionsOf(root, 'walking-group')).toEqual([])
  })
})

describe('the same questions as a form', () => {
  test('are answered in a file, and written as one change', () => {
    const root = register('kind: memorandum\n')
    const form = runPartners(['form', 'screening', '--for', 'walking-group', '--format', 'yaml', '-r', root]).stdout
    const path = join(root, '..', 'answers.yaml')
    writeFileSync(
      path,
      form
        .replace(/^ {2}data\.level:$/m, '  data.level: special-category')
        .replace(/^ {2}data\.high-risk:$/m, '  data.high-risk: large-scale, matching'),
    )
    expect(runPartners(['ask', 'walking-group', '--from', path, '-r', root]).code).toBe(0)
    expect(file(root)).toBe(
      `${HEAD}kind: memorandum\ndata:\n  level: special-category\n  high-risk: [large-scale, matching]\n`,
    )
  })

  test.each([
    ['form: self-assessment\nanswers:\n  data.level: none\n', 'form'],
    ['form: screening\nfor: partnerships/other\nanswers:\n  data.level: none\n', 'other'],
    ['form: screening\nanswers:\n  data.levl: none\n', 'did you mean level?'],
  ])('refuse %j', (text, words) => {
    const root = register('')
    const path = join(root, 'answers.yaml')
    writeFileSync(path, text)
    const { code, stderr } = runPartners(['ask', 'walking-group', '--from', path, '-r', root])
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  })
})

import { describe, expect, test } from 'vitest'
import { registerOf } from '../make-register.js'
import { runPartners } from '../run-partners.js'

const under = (policy: string, files: Readonly<Record<string, string>> = {}) =>
  registerOf({
    'policy.yaml': policy,
    'organisations/us.yaml': 'name: Riverside | <Trust>\nkind: nhs-trust\n',
    ...files,
  })
const page = (root: string, format = 'markdown') =>
  runPartners(['policy', 'information-levels', '--format', format, '-r', root])
const cellsOf = (text: string, title: string) =>
  text
    .split('\n')
    .find((it) => it.startsWith(`| ${title}`))!
    .split(' | ')
    .slice(1)
    .map((it) => it.replace(/ \|$/, ''))

describe('partners policy information-levels --format markdown', () => {
  const { code, stdout, stderr } = page(under('extends: nhs-2027\n'))

  test('has a column for each level, with what it means', () => {
    expect([code, stderr]).toEqual([0, ''])
    expect(cellsOf(stdout, 'Document |').slice(1)).toEqual([
      'IG0: no personal data',
      'IG1: people’s affairs may be seen or heard',
      'IG2: personal data, not special',
      'IG3: special category data between controllers',
      'IG4: shared record or system',
      'IGP: one partner processes for the other',
    ])
  })

  test.each([
    ['Data protection impact assessment', ['must: law', '–', '–', 'if note 1', 'if note 2', 'if note 3', 'if note 4']],
    ['Data processing contract', ['must: law', '–', '–', '–', '–', '–', 'required']],
    ['Joint controller arrangement', ['must: law', '–', '–', ...Array(3).fill('if controllership is joint'), '–']],
    ['Screening', ['should: guidance', '–', '–', 'required', 'required', 'required', 'required']],
    ['Information sharing agreement', ['should: guidance', '–', '–', 'required', 'required', 'required', '–']],
    ['Information governance assurance', ['should: proposal', '–', '–', 'if note 6', '–', '–', '–']],
  ])('%s', (title, cells) => {
    expect(cellsOf(stdout, title)).toEqual(cells)
  })

  test('what is open is a note where it is long, without what the level decides', () => {
    expect(stdout).toContain('\n1. What makes the data risky is matching or monitoring or automated decisions.\n')
    expect(stdout).toContain(
      '\n8. Role of a partner is provider or subcontractor or host, and tier is at least significant.\n',
    )
  })

  test('leaves out documents that do not depend on data', () => {
    expect(stdout).not.toContain('Exit plan')
    expect(stdout).not.toContain('Insurance')
  })

  test('says on what each rests, what will do as well, and who decides', () => {
    const [, grounds] = stdout.split('## What they rest on')
    expect(cellsOf(grounds!, 'Information sharing agreement')).toEqual([
      'Information Commissioner, Data sharing code of practice (Data Protection Act 2018, section 121)',
      '24 months',
      'Senior information risk owner or Caldicott guardian',
      'partnership',
      'Joint controller arrangement; Data processing contract',
    ])
    expect(stdout).toContain(
      '- **Decided by the law:** Data protection impact assessment; Joint controller arrangement; Data processing contract.\n',
    )
    expect(stdout).toMatch(
      /- \*\*For you to decide:\*\* Information governance assurance; .*how long each document is valid/,
    )
    expect(stdout).toContain('| Head of Information Governance | | |\n')
  })

  test('names are kept from being markup', () => {
    expect(stdout).toContain('Riverside \\| &lt;Trust&gt;: its own policy, which extends Default policy for NHS bodies')
  })
})

test('real partnerships of a level are asked for what its column says', () => {
  const data = {
    IG0: 'level: none',
    IG1: 'level: incidental',
    IG2: 'level: personal\n  controllership: independent',
    IG3: 'level: special-category\n  controllership: independent',
    IG4: 'level: special-category\n  controllership: independent\n  shared-record: true',
    IGP: 'level: personal\n  processor: partner',
  }
  const root = under(
    'extends: nhs-2027\n',
    Object.fromEntries(
      Object.entries(data).map(([level, it]) => [
        `partnerships/${level.toLowerCase()}.yaml`,
        `name: ${level}\nkind: network\nstatus: active\nstart: 2022-01-01\npartners:\n  - organisation: us\ndata:\n  ${it}\n`,
      ]),
    ),
  )
  const columns = ['--columns', 'partnership,document,state', '--format', 'json', '--as-of', '2026-11-30']
  const listed = JSON.parse(runPartners(['list', 'documents', ...columns, '-r', root]).stdout) as {
    rows: { partnership: string; document: string; state: string }[]
  }
  const matrix = page(root).stdout.split('## What they rest on')[0]!
  const titles = ['Data processing contract', 'Screening for a data', 'Information sharing agreement']
  for (const title of titles)
    for (const [index, level] of Object.keys(data).entries()) {
      const row = listed.rows.find((it) => it.partnership === level && it.document.startsWith(title))
      const isAsked = row !== undefined && row.state !== 'perhaps-needed'
      expect([title, level, isAsked]).toEqual([title, level, cellsOf(matrix, title)[index + 1] === 'required'])
    }
})

test.each(['council-2026', 'public-body-2026', 'nhs-2026'])('the levels of %s have a page too', (policy) => {
  const { code, stdout } = page(under(`extends: ${policy}\n`))
  expect(code).toBe(0)
  expect(cellsOf(stdout, 'Data processing').slice(-2)).toEqual(['–', 'required'])
})

test('levels of one’s own are worked out as those of the release are', () => {
  const root = under(`extends: nhs-2027
information-levels:
  IG5:
    title: a register of <children>
    when:
      data: special-category
      annual-value:
        at-least: 1m
documents:
  children-note:
    title: Note on children
    held-by: partnership
    when:
      any:
      - information-level: IG5
      - data: special-category
        kind: statutory
    valid: 12 months
  later-law:
    title: Later law
    held-by: partnership
    when:
      data: [personal, special-category]
    basis: law
    source: An Act of 2099
    applies-from: 2099-04-01
`)
  const { stdout } = page(root)
  expect(cellsOf(stdout, 'Document |').at(-1)).toBe('IG5: a register of &lt;children&gt;')
  expect(cellsOf(stdout, 'Note on children')).toEqual([
    'must: basis not stated',
    '–',
    '–',
    '–',
    'if kind is statutory',
    'if data is special category, and kind is statutory',
    'if data is special category, and kind is statutory',
    'required',
  ])
  expect(cellsOf(stdout, 'Later law (from 1 April 2099)').at(-1)).toBe('required')
  expect(stdout).toContain('- **Decided by ourselves:** Note on children.\n')
})

describe('other formats and sections', () => {
  const root = under('extends: nhs-2027\n')

  test('the page as HTML needs nothing else, and prints across the sheet', () => {
    const { code, stdout } = page(root, 'html')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^<!doctype html>/)
    expect(stdout).toContain('<title>Information governance: which level needs which document</title>')
    expect(stdout).toContain('size: A4 landscape')
    expect(stdout).toContain('<th scope="col">IG4: shared record or system</th>')
    expect(stdout).not.toMatch(/<script|<Trust>/)
  })

  test('rows stay rows', () => {
    expect(page(root, 'csv').stdout).toMatch(/^\uFEFF?Group,Entry,/)
    expect(page(root, 'table').stdout).toContain('When: data is none')
    expect(JSON.parse(page(root, 'json').stdout)).toMatchObject({ sections: { 'information-levels': { length: 6 } } })
  })

  test('other sections are tables as HTML', () => {
    const { stdout } = runPartners(['policy', 'risk-bands', '--format', 'html', '-r', root])
    expect(stdout).toContain('<title>Policy in force</title>')
    expect(stdout).toContain('>Risk bands</h2>')
    expect(stdout).toContain('<td>extreme</td>')
  })

  test('--diff of the levels stays a list of changes', () => {
    const { stdout } = runPartners(['policy', 'information-levels', '--diff', '--format', 'markdown', '-r', root])
    expect(stdout).toContain('The own policy changes nothing here.')
  })
})

test('without a policy there is nothing to lay out', () => {
  for (const format of ['markdown', 'html']) {
    const { code, stdout } = page(under('title: Ours\n'), format)
    expect([code, stdout]).toEqual([0, expect.stringContaining('Nothing is stated here.')])
  }
})

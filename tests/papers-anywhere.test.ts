import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const ABOUT_ONE = 'partnership'
const listed = JSON.parse(runPartners(['report', '--list', '--data']).stdout) as { papers: { name: string }[] }
const papers = listed.papers.map((it) => it.name)

const made = (root: string, args: readonly string[]) => {
  const { stdout, stderr, code } = runPartners([...args, '-r', root, '--as-of', '2026-04-30'])
  // papers that take an update say that there is none
  expect([stderr.replace(/^partners: the register has no update; .*\n/, ''), code]).toEqual(['', 0])
  return stdout
}

describe('a register that holds nothing', () => {
  const empty = registerOf({ 'policy.yaml': 'title: Nothing\n' })

  test.each(papers.filter((paper) => paper !== ABOUT_ONE))('%s: says so, and no heading stands alone', (paper) => {
    const text = made(empty, ['report', paper])
    expect(text).toMatch(/holds no|records 0 partnerships|No document is needed|sample is empty|no partnership/i)
    expect(text).not.toMatch(/^(#+) .*\n\n(?!\1#)(?=#|---)/m)
    expect(text).not.toMatch(/£0|undefined|null|NaN/)
  })

  test('has no partnership to be about', () => {
    expect(runPartners(['report', 'partnership', 'x', '-r', empty]).stderr).toContain('there is no partnership "x"')
    expect(runPartners(['report', 'partnership', '-r', empty]).code).toBe(2)
  })
})

describe('a register that somebody means ill with', () => {
  const name = String.raw`"<b>A</b> | {{provenance}} **Zed** [link](https://evil.example) \u001B[31m red"`
  const hostile = registerOf({
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'organisations/them.yaml': 'name: "**Them** | <script>alert(1)</script>"\nkind: company\n',
    'partnerships/a.yaml': [
      `name: ${name}`,
      `summary: ${name}`,
      `rationale: ${name}`,
      `controls: ${name}`,
      'status: active',
      'kind: contract',
      'value: {amount: 5k, per: year, direction: spend}',
      'partners:',
      '  - organisation: them',
      '    roles: [provider]',
      'bodies:',
      '  - id: board',
      `    name: ${name}`,
      'assessments:',
      '  - date: 2026-03-01',
      '    governance: G',
      `    comments: {governance: ${name}}`,
      'documents:',
      '  - type: agreement',
      '    signed: 2025-01-01',
      `    title: ${name}`,
      '    link: "javascript:alert(1) | {{this}}"',
      'risks:',
      `  - title: ${name}`,
      `    mitigation: ${name}`,
      `    owner: ${name}`,
      '    likelihood: 5',
      '    consequence: 5',
      'actions:',
      `  - title: ${name}`,
      '    due: 2026-05-01',
      '',
    ].join('\n'),
  })
  const HTML = /(?<!\\)<(?:script|b|a(?! href="#[\w-]+">))[ >]/ // contents link within the page
  const MARKDOWN = /(?<!\\)\[link|(?<!\\|\*)\*\*Zed\*\*/
  const report = { md: [HTML, MARKDOWN], html: [HTML], text: [] }
  const show = { markdown: [HTML, MARKDOWN], text: [] }
  const asked = [
    ...papers.map((paper) => [['report', paper, ...(paper === ABOUT_ONE ? ['a'] : [])], report, '{{provenance}}']),
    [['show', 'a'], show, '{{provenance}}'],
    [['show', 'them'], show, 'Them'],
  ] as [string[], Record<string, RegExp[]>, string][]

  test.each(asked)('%j: braces, pipes, HTML and escapes are text', (args, formats, held) => {
    for (const [format, forbidden] of Object.entries(formats)) {
      const paper = made(hostile, [...args, '--format', format])
      expect(paper).toContain(held)
      expect(paper).not.toContain('\u001B')
      for (const pattern of forbidden) expect(paper).not.toMatch(pattern)
      for (const table of paper.split('\n\n').filter((it) => it.startsWith('|')))
        expect(new Set(table.trim().split('\n').map(cells)).size).toBe(1)
    }
  })

  /** How many cells a row has, by the bars that are no text. */
  const cells = (row: string) => row.match(/(?<!\\)\|/g)!.length
})

test.each(['risk', 'documents', 'concentration', 'register'])('every figure of %s can be traced', (paper) => {
  const { stdout } = runPartners(['report', paper, '-r', 'tests/registers/harbour', '--trace'])
  expect(stdout).toMatch(/^ +- .+ \(tests\/registers\/harbour\/.+\.yaml:\d+\)$/m)
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

import { expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const US = { 'organisations/us.yaml': 'name: Us Trust\nkind: nhs-trust\n' }
const partnership = (value: string) => `name: P ${value}\nstatus: active\nvalue:\n  amount: ${value}\n  per: year\n`

/** A register with one update that has this section. */
const withSection = (section: string) =>
  registerOf({
    ...US,
    'partnerships/a.yaml': partnership('1m'),
    'partnerships/b.yaml': partnership('999,999'),
    'updates/2026-06.md': `---\nas-of: 2026-06-30\n---\n\n## Governance\n\n${section}\n`,
  })

test('the figures that a section is likely to want are there', () => {
  const root = withSection('{{count held}} partnerships; {{count value-over-1m}} over a million.')
  const { stdout, stderr, code } = runPartners(['report', 'board-update', '-r', root, '--trace'])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(stdout).toContain('2 partnerships; 1 over a million.')
  expect(stdout).toContain('partnerships worth £1m a year or more')
})

test.each([
  ['{{count partnerships}}', '"partnerships" is a list, and count takes a count figure', 'write {{count held}}'],
  ['{{count overdue}}', '"overdue" is a list, and count takes a count figure', 'write {{count overdueCount}}'],
  ['{{count value-over-2m}}', '"value-over-2m" is not in the view', 'did you mean value-over-1m?'],
  ['{{money total}}', '"total" is not in the view', 'write {{#each totals}} {{money total}} {{/each}}'],
  [
    '{{money totals}}',
    '"totals" is a list, and money takes a money figure',
    'write {{#each totals}} {{money total}} {{/each}}',
  ],
  ['{{count poor}}', '"poor" is a group, and count takes a count figure', 'name one of its counts: poor.count'],
])('%s leads to the figure that was meant', (section, message, hint) => {
  const { findings } = JSON.parse(runPartners(['validate', '-r', withSection(section), '--format', 'json']).stdout) as {
    findings: { code: string; message: string; hint: string }[]
  }
  expect(findings.filter((it) => it.code === 'update/template')).toMatchObject([{ message, hint }])
})

test('where nothing is near, what can be counted is listed', () => {
  const { stdout } = runPartners([
    'validate',
    '-r',
    withSection('{{count wombats}}'),
    '--rule',
    'update/template',
    '--format',
    'json',
  ])
  expect(stdout).toMatch(
    /counts here: glanceMore, held, parts, unvalued, value-over-1m, over\.count, over\.sure, oneOff, /,
  )
})

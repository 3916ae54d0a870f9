import { describe, expect, test } from 'vitest'
import { registerOf } from '../make-register.js'
import { runPartners } from '../run-partners.js'

const registerWith = (frontMatter: string) =>
  registerOf({
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/a.yaml': 'name: Alpha\nstatus: active\n',
    'updates/2026-09.md': `---\nas-of: 2026-09-30\nrecommendation: Note it.\n${frontMatter}---\n`,
  })
const sheetOf = (frontMatter: string, ...args: string[]) => {
  const { stdout } = runPartners(['report', 'board-update', '-r', registerWith(frontMatter), ...args])
  return /<!-- front sheet -->\n((?:\|.*\n)+)/.exec(stdout)![1]!.trim().split('\n').slice(2, -1)
}

describe('the front sheet', () => {
  test('has a row for whatever the update states, in the order of a Board', () => {
    const all = `to: Trust Board
meeting: 2026-10-08
agenda-item: "12"
paper-number: BOD 31/2026
part: public
for: assurance
lead-executive: Chief Operating Officer
author: [Partnership Manager]
considered-before:
  - body: Quality Committee
    date: 2026-09-20
    said: It asked for the risks by category.
assurance-framework: ["BAF 4, partnership working"]
risk-register: ["1042, reliance on one provider"]
implications:
  financial: None beyond the budget.
  information-governance: Two agreements are to be renewed.
appendices: [Partnership Standard]
`
    expect(sheetOf(all)).toEqual([
      '| Meeting | Trust Board, 8 October 2026 |',
      '| Agenda item | 12 |',
      '| Paper number | BOD 31/2026 |',
      '| Part of the meeting | Public |',
      '| Lead executive | Chief Operating Officer |',
      '| Author | Partnership Manager |',
      '| Purpose | For assurance |',
      '| Considered before | Quality Committee, 20 September 2026: It asked for the risks by category. |',
      '| Assurance framework | BAF 4, partnership working |',
      '| Risk register | 1042, reliance on one provider |',
      '| Financial implications | None beyond the budget. |',
      '| Information governance implications | Two agreements are to be renewed. |',
      '| Appendices | Partnership Standard |',
    ])
  })

  test('leaves out what is not stated', () => expect(sheetOf('')).toEqual([]))

  test('has names only where they are given, beside the roles where there is one for each', () => {
    const roles = 'lead-executive: Chief Operating Officer\nauthor: [Partnership Manager, Head of Strategy]\n'
    expect(sheetOf(roles, '--presenter', 'A. Person', '--author', 'B. Person')).toEqual([
      '| Lead executive | Chief Operating Officer |',
      '| Presented by | A. Person |',
      '| Author | B. Person |',
    ])
    expect(runPartners(['report', 'risk', '--author', 'A. Person']).stderr).toContain('takes no --author')
  })

  test('shows nothing in a name as markup', () => {
    const [row] = sheetOf('', '--presenter', '<b>A</b> | \u001b[31mB')
    expect(row).toMatch(/^\| Presented by \| \\<b>A\\<\/b> \\\| .*B \|$/)
    expect(row).not.toContain('\u001b')
  })

  test('what the update recommends is a sentence on what the Board is asked to do', () => {
    const { stdout } = runPartners(['report', 'board-update', '-r', registerWith('')])
    expect(stdout).toContain('### What the Board is asked to do\n\nThe Board is asked to note it.\n')
  })
})

test('sections of its own are numbered where they are in the update', () => {
  const root = registerOf({
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/a.yaml': 'name: Alpha\nstatus: active\n',
    'updates/2026-09.md': `---\nas-of: 2026-09-30\nrecommendation: Note it.\n---\n
## Governance\n\nG.\n\n## Estates\n\nE.\n\n## Central coordination\n\nC.\n`,
  })
  const { stdout } = runPartners(['report', 'board-update', '-r', root])
  expect(stdout.match(/^## \d.*$/gm)?.slice(1, 4)).toEqual([
    '## 2. Governance of partnerships',
    '## 3. Estates',
    '## 4. Central coordination',
  ])
})

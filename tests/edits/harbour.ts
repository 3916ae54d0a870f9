import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runPartners } from '../run-partners.js'
import { registerOf } from '../make-register.js'

/** A partnership with comments, quotes, folded text and odd layout, all of which must stay. */
export const RIVERSIDE = `# Source: Board paper of October 2026.
name: "Riverside Recovery Partnership"   # as it signs
aliases: [RRP]
summary: >-
  Community recovery support
  for adults.
status:   active
kind: contract

lead: Service Manager
value:
  amount: 8.6m        # from the contract
  per: year
  direction: income
partners:
- organisation: us
- organisation: mind
  roles: [provider]
# the newest stands first
reviews:
- date: 2026-03-31
  by: Board
- date: 2025-03-31
risks:
- id: workforce
  title: Vacancies
  likelihood: 4
  consequence: 3
unknown:
  exit: Draft with the lawyers.
  value.basis: Not stated.
`

/** A small register, as of 30 September 2026; more files may be given. */
export const harbour = (more: Readonly<Record<string, string>> = {}) =>
  registerOf({
    'register.yaml':
      'schema: 1\norganisation: us\nas-of: 2026-09-30\nroles:\n  - title: Service Manager\n  - title: Chief Operating Officer\n    aliases: [COO]\n',
    'organisations/us.yaml': 'name: Harbour Trust\nkind: nhs-trust\n',
    'organisations/mind.yaml': 'name: Riverside Mind\naliases: [Mind]\nkind: third-sector\n',
    'partnerships/rrp.yaml': RIVERSIDE,
    ...more,
  })

/** Runs a command on a register; the words of the answer, and the file as it is then. */
export function change(root: string, ...args: string[]) {
  const run = runPartners([...args, '-r', root], { cwd: root })
  return { ...run, file: (path = 'partnerships/rrp.yaml') => readFileSync(join(root, path), 'utf8') }
}

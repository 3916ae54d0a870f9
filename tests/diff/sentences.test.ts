import { expect, test } from 'vitest'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registerOf } from '../make-register.js'
import { runPartners } from '../run-partners.js'
import { told } from './states.js'

const csl = (text: string) => ({ 'partnerships/csl.yaml': `name: CSL\nstatus: active\n${text}` })

test.each([
  ['    expires: 2026-03-31\n', 'it expired on 31 March 2026'],
  ['    signed: 2024-04-01\n    expires: 2026-03-31\n', 'it expired on 31 March 2026; signed on 1 April 2024'],
  ['', 'it had no signature recorded'],
])('a document that was removed, of which it was written: %j', (text, was) => {
  expect(told(csl(`documents:\n  - type: agreement\n${text}`), csl(''))[0]).toMatch(new RegExp(`was removed; ${was}$`))
})

const root = () =>
  registerOf({
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'organisations/ccg.yaml': 'name: Wharfedale CCG\nkind: ccg\n',
    'partnerships/csl.yaml':
      'name: CSL\nstatus: active\nend:\nstart: 2020-01-01\npartners:\n  - organisation: Wharfedale CCG\n',
  })
const set = (folder: string, ...args: string[]) => runPartners(['set', 'csl', ...args, '-r', folder]).stdout

test('what a field was is told where it stated something, and what it is as it is written', () => {
  const folder = root()
  const end = set(folder, 'end', 'none')
  expect(end).toContain('end: none (CSL).')
  expect(end).not.toContain(', was')
  const partner = set(folder, 'partners[1].organisation', 'Wharfedale CCG')
  expect(readFileSync(join(folder, 'partnerships/csl.yaml'), 'utf8')).toContain('organisation: ccg')
  expect(partner).toMatch(/: .?ccg.?, was .?Wharfedale CCG/)
})

test('points for a term name its unit', () => {
  const folder = root()
  writeFileSync(
    join(folder, 'partnerships/csl.yaml'),
    'name: CSL\nstatus: active\nkind: contract\nstart: 2020-04-01\nend: 2025-03-31\n',
  )
  expect(runPartners(['show', 'csl', '-r', folder, '--as-of', '2024-04-01']).stdout).toMatch(/points?: .*is 5 years/)
})

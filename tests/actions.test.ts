import { expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

/** An action of each origin, and one of each that is done. */
const actions = (of: string, indent = '') =>
  `${indent}actions:\n${indent}  - title: Open of ${of}\n${indent}  - title: Done of ${of}\n${indent}    done: 2026-01-01\n`
const partnership = (name: string, status: string) =>
  `name: ${name}\nstatus: ${status}\nkind: contract\n${actions(name)}` +
  `evaluations:\n  - title: In-depth evaluation\n${actions(`an evaluation of ${name}`, '    ')}` +
  `quality-reviews:\n  - title: Peer review\n${actions(`a peer review of ${name}`, '    ')}`
const root = registerOf({
  'register.yaml': `schema: 1\norganisation: us\n${actions('all')}`,
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'partnerships/alpha.yaml': partnership('Alpha', 'active'),
  'partnerships/omega.yaml': partnership('Omega', 'ended'),
})
const run = (...args: string[]) => runPartners([...args, '-r', root, '--as-of', '2026-09-30']).stdout

test('the Board update has the open actions of evaluations and peer reviews, and says where each is from', () => {
  const paper = run('report', 'board-update')
  expect(paper.split('\n').filter((it) => /(?:Open|Done) of/.test(it))).toEqual([
    '| All partnerships | Open of all |',
    '| Alpha | Open of Alpha |',
    '| Alpha | Open of an evaluation of Alpha (from: In-depth evaluation) |',
    '| Alpha | Open of a peer review of Alpha (from: Peer review) |',
  ])
})

test('the list, what is due and the evidence have the same actions', () => {
  const origins = ['register', 'partnership', 'In-depth evaluation', 'Peer review']
  const listed = run('list', 'actions', '--where', 'state=open', '--columns', 'action,from', '--format', 'csv')
  for (const from of origins) expect(listed).toMatch(new RegExp(`Open of .*,${from}`))
  const due = run('due', '--kind', 'action', '--format', 'csv')
  for (const name of ['Alpha', 'Omega']) expect(due).toContain(`Open of a peer review of ${name}`)
  expect(due).not.toContain('Done of')
  expect(run('report', 'evidence', '--id', 'alpha')).toContain(
    'Open of an evaluation of Alpha (from: In-depth evaluation)',
  )
})

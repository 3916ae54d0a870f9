import { expect, test } from 'vitest'
import { registerOf } from '../make-register.js'
import { runPartners } from '../run-partners.js'

const update = (day: string) => `---\nas-of: ${day}\nrecommendation: Note it.\n---\n\n## Purpose\n\nIt is of ${day}.\n`
const FILES = {
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'partnerships/a.yaml': 'name: Alpha\nstatus: active\nkind: grant\nactions: [{ title: Meet, due: 2026-06-30 }]\n',
  'updates/2026-05.md': update('2026-05-31'),
  'updates/2026-11.md': update('2026-11-20'),
}
const root = registerOf(FILES)
const paper = (args: readonly string[], env: Record<string, string> = {}, folder = root) =>
  runPartners(['report', 'board-update', ...args, '-r', folder], { env }).stdout
const dayOf = (text: string) => /\| Register as at \| (.*) \|/.exec(text)![1]

test('a paper is of the day of its update, unless another one is asked for', () => {
  expect(dayOf(paper(['--update', '2026-05']))).toBe('31 May 2026')
  expect(dayOf(paper(['--update', '2026-05', '--as-of', '2026-07-01']))).toBe('1 July 2026')
  expect(dayOf(paper(['--update', '2026-05'], { PARTNERS_AS_OF: '2026-07-02' }))).toBe('2 July 2026')
  const frozen = registerOf({ ...FILES, 'register.yaml': 'schema: 1\norganisation: us\nas-of: 2026-09-30\n' })
  expect(dayOf(paper([], {}, frozen))).toBe('31 May 2026')
  expect(dayOf(paper(['--as-of', '2026-09-30'], {}, frozen))).toBe('30 September 2026')
})

test('the paper of an update can be made again, whenever that is', () => {
  const again = paper(['--update', '2026-05'])
  expect(again).toBe(paper(['--update', '2026-05', '--as-of', '2026-05-31']))
  expect(again).toContain('Nothing with a known due date is overdue.')
})

test('a paper whose latest update is more than a month old says so', () => {
  expect(paper(['--as-of', '2026-09-30'])).toContain(
    'the latest update, 2026-05, is of 31 May 2026, and the paper is of 30 September 2026.',
  )
  expect(paper(['--as-of', '2026-06-30'])).not.toContain('the latest update')
  const frozen = registerOf({ ...FILES, 'register.yaml': 'schema: 1\norganisation: us\nas-of: 2026-09-30\n' })
  expect(paper([], {}, frozen)).toContain(
    'the latest update, 2026-05, is of 31 May 2026, and so is this paper; today is 30 September 2026.',
  )
  expect(paper(['--update', '2026-05'], {}, frozen)).not.toContain('the latest update')
})

import { expect, test } from 'vitest'
import { runPartners, unstamped } from './run-partners.js'

const REGISTERS = {
  oxford: 'register',
  brent: 'examples/nhs-brent-2010',
  'nw-london': 'examples/nw-london-2009',
  harbour: 'tests/registers/harbour', // invented: scored risks, documents in every state
  riverside: 'tests/registers/riverside', // invented: every field of a partnership
}
const REAL = ['oxford', 'brent', 'nw-london'] as const

/** Papers that are made the same way of several registers. */
const made = (paper: string, registers: readonly (keyof typeof REGISTERS)[]) =>
  registers.map((register) => [`${register}-${paper}`, register, ['report', paper]] as const)

/** Every golden paper was read to its end; a difference is read, too, before it is taken over. */
const PAPERS: readonly (readonly [file: string, register: keyof typeof REGISTERS, args: readonly string[]])[] = [
  ...made('board-update', ['oxford']),
  ...made('review', REAL),
  ...made('register', REAL),
  ...made('risk', [...REAL, 'harbour']),
  ...made('documents', [...REAL, 'harbour']),
  ...made('governance', ['oxford', 'brent']),
  ['nw-london-governance', 'nw-london', ['report', 'governance', 'north-west-london-acute-partnership']],
  ...made('concentration', REAL),
  ['oxford-evidence', 'oxford', ['report', 'evidence', '--sample', '1', '--seed', 'audit 2019']],
  ...made('evidence', ['brent', 'nw-london']),
  ['riverside-evidence', 'riverside', ['report', 'evidence', '--id', 'rrp']],
  ['oxford-partnership', 'oxford', ['report', 'partnership', 'omhp']],
  ['oxford-partnership-part', 'oxford', ['report', 'partnership', 'camhs-schools-support']],
  ['brent-partnership', 'brent', ['report', 'partnership', 'north-west-london-hospital']],
  ['nw-london-partnership', 'nw-london', ['report', 'partnership', 'north-west-london-acute-partnership']],
  ['riverside-partnership', 'riverside', ['report', 'partnership', 'rrp']],
  ['oxford-show-partnership', 'oxford', ['show', 'talkingspace plus', '--format', 'markdown']],
  ['brent-show-organisation', 'brent', ['show', 'brent-council', '--kind', 'organisation', '--format', 'markdown']],
]

test.each(PAPERS)('%s is the paper that was read', async (file, register, args) => {
  const { stdout, stderr, code } = runPartners([...args, '-r', REGISTERS[register]])
  expect([code, stderr]).toEqual([0, ''])
  await expect(unstamped(stdout)).toMatchFileSnapshot(`papers/${file}.md`)
})

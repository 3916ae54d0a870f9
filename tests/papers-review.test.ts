import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runPartners } from './run-partners.js'

/** Papers that were read to the end: a difference is to be read, too, before it is taken over. */
const PAPERS: [register: string, folder: string, paper: string, ...args: string[]][] = [
  ['oxford', 'register', 'review'],
  ['nhs-brent', 'examples/nhs-brent-2010', 'review'],
  ['nw-london', 'examples/nw-london-2009', 'review'],
  ['oxford', 'register', 'register'],
  ['nhs-brent', 'examples/nhs-brent-2010', 'register'],
  ['nw-london', 'examples/nw-london-2009', 'register'],
]

const REVISION = /, (?:revision \w+(?: with changes that are not committed)?|not under version control)/

test.each(PAPERS)('%s (%s): %s', async (register, folder, paper, ...args) => {
  const { stdout, stderr, code } = runPartners(['report', paper, '-r', folder, ...args])
  expect([code, stderr]).toEqual([0, ''])
  await expect(stdout.replace(REVISION, '')).toMatchFileSnapshot(join('papers', `${register}-${paper}.md`))
})

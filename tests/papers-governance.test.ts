import { describe, expect, test } from 'vitest'
import { runPartners } from './run-partners.js'

/** Papers that were read to the end: register, name of the golden file, and what was asked for. */
const PAPERS = [
  ['register', 'oxford-governance', ['governance']],
  ['examples/nhs-brent-2010', 'nhs-brent-governance', ['governance']],
  ['examples/nw-london-2009', 'nw-london-governance', ['governance', 'north-west-london-acute-partnership']],
  ['register', 'oxford-concentration', ['concentration']],
  ['examples/nhs-brent-2010', 'nhs-brent-concentration', ['concentration']],
  ['examples/nw-london-2009', 'nw-london-concentration', ['concentration']],
] as const

describe('papers are the ones that were read', () => {
  test.each(PAPERS)('%s: %s', async (register, golden, args) => {
    const { stdout, stderr, code } = runPartners(['report', ...args, '-r', register])
    expect(stderr).toBe('')
    expect(code).toBe(0)
    await expect(
      stdout.replace(/, (?:revision \w+(?: with changes that are not committed)?|not under version control)/, ''),
    ).toMatchFileSnapshot(`papers/${golden}.md`)
  })
})

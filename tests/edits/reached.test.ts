import { describe, expect, test } from 'vitest'
import { change, harbour, RIVERSIDE } from './harbour.js'

const withText = (find: string, put: string) => harbour({ 'partnerships/rrp.yaml': RIVERSIDE.replace(find, put) })

describe('set reaches what stands in the file, whether or not it can be read', () => {
  test.each([
    ['reviews[1].date', '2025-12-10', '- date: 10/12/2025\n', '- date: 2025-12-10\n'],
    ['reviews[latest].date', '2025-12-10', '- date: 10/12/2025\n', '- date: 2025-12-10\n'],
  ])('%s of an ambiguous day', (path, day, before, after) => {
    const reviews = '- date: 2026-03-31\n  by: Board\n- date: 2025-03-31\n'
    const { code, stderr, stdout, file } = change(withText(reviews, before), 'set', 'rrp', path, day)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('It resolves 1 finding: schema/ambiguous-day')
    expect(file()).toBe(RIVERSIDE.replace(reviews, after))
  })

  test('the position of an item is that in the file, not among those that could be read', () => {
    const root = withText('- date: 2026-03-31\n', '- date: 10/12/2025\n')
    expect(change(root, 'set', 'rrp', 'reviews[2].by', 'Board').file()).toContain('- date: 2025-03-31\n  by: Board\n')
  })

  test('the latest of several is not guessed where a day cannot be read', () => {
    const { code, stderr } = change(
      withText('- date: 2026-03-31\n', '- date: 10/12/2025\n'),
      'set',
      'rrp',
      'reviews[latest].by',
      'Board',
    )
    expect([code, stderr]).toEqual([2, expect.stringContaining('the day of reviews[1] cannot be read')])
  })

  test('--unset takes a key out that has no value', () => {
    const root = withText('status:   active\n', 'status:   active\nstart:\n')
    const { code, stdout, file } = change(root, 'set', 'rrp', 'start', '--unset')
    expect({ code, file: file() }).toEqual({ code: 0, file: RIVERSIDE })
    expect(stdout).toContain('the key, which has no value, is removed')
  })

  test('--unset of what does not stand there is refused', () => {
    const { code, stderr } = change(harbour(), 'set', 'rrp', 'start', '--unset')
    expect([code, stderr]).toEqual([2, expect.stringContaining('start is not stated')])
  })
})

describe('other money', () => {
  test('is recorded with its title and amount at once', () => {
    const { code, file } = change(harbour(), 'record', 'amount', 'rrp', '--title', 'Set-up', '--amount', 'about £300k')
    expect(code).toBe(0)
    expect(file()).toContain(
      'amounts:\n- title: Set-up\n  amount: £300k\n  basis: approximate\n  stated: about £300k\n',
    )
  })

  test('what is said apart from the words of the amount stands', () => {
    const { file } = change(
      harbour(),
      'record',
      'amount',
      'rrp',
      '--text',
      'Running costs',
      '--amount',
      '£300k a year',
      '--per',
      'once',
      '--from',
      'mind',
    )
    expect(file()).toContain('- title: Running costs\n  amount: £300k\n  per: once\n')
    expect(file()).toContain('  from: mind\n')
  })

  test.each([
    ['amounts[+].title', 'Set-up', 'partners record amount rrp --title … --amount …'],
    ['amounts[+].amount', '300k', 'partners record amount rrp --title … --amount …'],
    ['bodies[+].name', 'Quality Board', 'write it into partnerships/rrp.yaml'],
  ])('set %s says how a new item is made', (path, value, way) => {
    const { code, stderr, file } = change(harbour(), 'set', 'rrp', path, value)
    expect([code, stderr]).toEqual([2, expect.stringContaining(way)])
    expect(file()).toBe(RIVERSIDE)
  })

  test.each(['€1.5m', '$30,000'])('%s is refused where the register counts in pounds', (amount) => {
    const { code, stderr, file } = change(harbour(), 'set', 'rrp', 'value.amount', amount)
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('and the register counts in GBP, so nothing was written'),
    ])
    expect(file()).toBe(RIVERSIDE)
  })
})

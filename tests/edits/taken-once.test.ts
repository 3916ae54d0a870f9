import { describe, expect, test } from 'vitest'
import { change, harbour, RIVERSIDE } from './harbour.js'

describe('what a command takes is read once, before anything uses it', () => {
  const recorded = (...args: string[]) => change(harbour(), 'record', ...args).file()

  test.each(['29 April 2026', '29/04/2026', '2026-4-29', '29-Apr-26'])('a review of %s is stamped', (date) => {
    const review = (it: string) => recorded('review', 'rrp', '--date', it, '--by', 'Board', '--outcome', 'continue')
    expect(review(date)).toContain('stamp:')
    expect(review(date)).toBe(review('2026-04-29'))
  })

  test('a review earlier than the latest has no stamp, in words as in numbers', () => {
    const { stdout, file } = change(
      harbour(),
      'record',
      'review',
      'rrp',
      '--date',
      '1 March 2026',
      '--by',
      'Quality Committee',
      '--outcome',
      'continue',
    )
    expect(stdout).toContain('There is a later review, of 31 March 2026, so this one gets no stamp.')
    expect(file()).not.toContain('stamp:')
  })

  test('a review of a day that is there is brought up to date', () => {
    expect(
      recorded('review', 'rrp', '--date', '31 March 2026', '--by', 'Board', '--outcome', 'continue'),
    ).not.toContain('2026-03-31\n  by: Board\n- date: 2026-03-31')
  })

  test('the comment on grades goes to the one below G, however G is written', () => {
    const text = recorded(
      'assessment',
      'rrp',
      '--governance',
      'green',
      '--relationships',
      'amber',
      '--text',
      'New team.',
    )
    expect(text).toContain('comments:\n    relationships: New team.')
  })

  test('set says the day that it writes', () => {
    expect(change(harbour(), 'set', 'rrp', 'end', '30 April 2029').stdout).toContain('2029-04-30')
  })
})

describe('an amount that changes names what still stands beside it', () => {
  const beside = (...lines: string[]) => {
    const text = RIVERSIDE.replace('  per: year\n', `  per: year\n${lines.map((it) => `  ${it}\n`).join('')}`)
    return change(harbour({ 'partnerships/rrp.yaml': text }), 'set', 'rrp', 'value.amount', '8m').stdout
  }

  test('the words of the paper', () => {
    expect(beside('stated: £9m p.a.')).toContain('to change them: partners set rrp value.stated …, or --unset.')
  })

  test('both', () => {
    expect(beside('basis: just-under', 'stated: Nearly £9m.')).toContain(
      'to change them: partners set rrp value.basis … and partners set rrp value.stated …, or --unset.',
    )
  })
})

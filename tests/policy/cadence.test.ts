import { expect, test } from 'vitest'
import { answerPolicy } from '../../src/policy/answers.js'
import { partnershipOf, policyOf, registerOf } from './sample.js'

const big = { kind: 'contract', value: { amount: '2m', per: 'year' }, data: { level: 'none' } }
const significant = { kind: 'section-75', value: { amount: '10k', per: 'year' }, data: { level: 'none' } }
const ask = (written: Record<string, unknown>) => {
  const partnership = partnershipOf(written)
  return { partnership, answers: answerPolicy(registerOf({ partnerships: [partnership] }), '2026-06-01') }
}
const review = (written: Record<string, unknown>) => {
  const { partnership, answers } = ask(written)
  return answers.due('review', partnership)
}
const graded = (governance: string, outcomes = 'G') => ({
  assessments: [{ date: '2026-01-10', governance, relationships: 'G', outcomes }],
})

test('it is due by the end of its month, counted from the day of the last one', () => {
  expect(review({ ...big, reviews: [{ date: '2025-08-31' }] })?.day).toBe('2026-02-28')
  expect(review({ ...big, reviews: [{ date: '2026-01-10' }] })?.day).toBe('2026-07-31')
})

test('the last one is the latest by date, not by position', () => {
  const due = review({ ...big, reviews: [{ date: '2026-01-10' }, { date: '2025' }] })
  expect(due).toMatchObject({ day: '2026-07-31', last: { written: '2026-01-10' } })
})

test('without any it counts from the start; without a start no day can be told', () => {
  expect(review({ ...big, start: '2026-01-01' })).toMatchObject({ day: '2026-07-31', last: undefined })
  const due = review(big)
  expect(due).toBeDefined()
  expect(due!.day).toBeUndefined()
})

test.each([
  ['G', 'G', '2027-01-31'],
  ['R/A', 'G', '2026-07-31'],
  ['R', 'G', '2026-04-30'],
  ['R', 'R/A', '2026-04-30'],
  ['R/A', 'R', '2026-04-30'],
])('%s and %s', (governance, outcomes, day) => {
  const due = review({ ...significant, reviews: [{ date: '2026-01-10' }], ...graded(governance, outcomes) })
  expect(due?.day).toBe(day)
})

test('sooner says why, with the policy entry', () => {
  const due = review({ ...significant, reviews: [{ date: '2026-01-10' }], ...graded('R/A') })
  expect(due!.because.map((it) => it.text)).toEqual([
    'a significant partnership has its review every 12 months',
    'every 6 months, because governance is graded R/A',
    expect.stringMatching(/^(the latest assessment is|counted from the latest assessment,) of \d/),
  ])
  expect(due!.because[1]!.at?.path).toEqual(['cadence', 'any-red-amber'])
})

test('half of a time in days is in days', () => {
  const own = policyOf({
    tiers: { only: { points: '0', review: '90 days' } },
    cadence: { 'any-red-amber': { half: 'yes' } },
  })
  const partnership = partnershipOf({ ...big, reviews: [{ date: '2026-01-01' }], ...graded('R/A') })
  const due = answerPolicy(registerOf({ partnerships: [partnership], policies: [own] }), '2026-06-01').due(
    'review',
    partnership,
  )
  expect(due).toMatchObject({ day: '2026-02-28' })
  expect(due!.because[1]!.text).toContain('every 45 days')
})

test('proposed and ending every three months; ended never', () => {
  const reviews = [{ date: '2026-01-10' }]
  expect(review({ ...significant, status: 'proposed', reviews })?.day).toBe('2026-04-30')
  expect(review({ ...significant, status: 'ending', reviews })?.day).toBe('2026-04-30')
  expect(review({ ...significant, status: 'ended', reviews })).toBeUndefined()
})

test('a part with reviews of its own takes the grades of its whole, unless it has its own', () => {
  const whole = partnershipOf({ ...big, ...graded('R') }, 'whole')
  const due = (written: Record<string, unknown>) => {
    const part = partnershipOf(
      { ...significant, parent: 'whole', reviews: [{ date: '2026-01-10' }], ...written },
      'part',
    )
    return answerPolicy(registerOf({ partnerships: [part, whole] }), '2026-06-01').due('review', part)
  }
  expect(due({})?.day).toBe('2026-04-30')
  expect(due({})?.because.at(-1)?.at).toMatchObject({ file: 'partnerships/whole.yaml', path: ['assessments'] })
  expect(due(graded('G'))?.day).toBe('2027-01-31')
})

test('an informal partnership is not graded; a part is covered by its whole', () => {
  const { partnership, answers } = ask({ kind: 'informal', data: { level: 'none' }, start: '2020' })
  expect(answers.tier(partnership).id).toBe('informal')
  expect(answers.due('assessment', partnership)).toBeUndefined()
  const whole = partnershipOf(big, 'whole')
  const part = partnershipOf({ ...significant, parent: 'whole' }, 'part')
  expect(answerPolicy(registerOf({ partnerships: [part, whole] }), '2026-06-01').due('review', part)).toBeUndefined()
})

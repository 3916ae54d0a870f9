import { expect, test } from 'vitest'
import { answerPolicy } from '../../src/policy/answers.js'
import { partnershipOf, registerOf } from './sample.js'

const pilot = { kind: 'pilot', data: { level: 'none' }, start: '2026-09-01' }
const review = (written: Record<string, unknown>) => {
  const partnership = partnershipOf({ ...pilot, ...written })
  return answerPolicy(registerOf({ partnerships: [partnership] }), '2026-11-30').due('review', partnership)
}

test.each([
  ['three months before the end', { end: '2027-08-31' }, '2027-05-31'],
  ['on the day of notice', { end: '2027-08-31', notice: '6 months' }, '2027-02-28'],
  ['at the end of so short a time', { end: '2026-10-31' }, '2026-10-31'],
  ['as usual, where that is before', { end: '2036-08-31' }, '2028-09-30'],
  ['as usual, where there is no end', { end: 'none' }, '2028-09-30'],
])('the first review is at the latest %s', (_, term, day) => {
  expect(review(term)?.day).toBe(day)
})

test('why it is so early is told with the place of the end', () => {
  const because = review({ end: '2027-08-31' })!.because.at(-1)!
  expect(because.text).toBe('the first one is due 3 months before its end on 31 August 2027 at the latest')
  expect(because.at?.path).toEqual(['end'])
})

test('one that was held is followed as usual', () => {
  expect(review({ end: '2027-08-31', reviews: [{ date: '2026-10-31' }] })?.day).toBe('2028-10-31')
})

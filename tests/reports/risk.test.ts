import { describe, expect, test } from 'vitest'
import type { Partnership } from '../../src/model/partnership.js'
import { risk } from '../../src/reports/risk/index.js'
import { lettersOf } from '../../src/reports/risk/letters.js'
import { nhs2026, partnershipOf, policyOf } from '../policy/sample.js'
import { inputOf } from './input.js'

const withRisks = (risks: Record<string, unknown>[], written: Record<string, unknown> = {}, id = 'a') =>
  partnershipOf({ name: id.toUpperCase(), risks, ...written }, id)
const scored = (likelihood: number, consequence: number, more: Record<string, unknown> = {}) => ({
  title: `${likelihood} by ${consequence}`,
  likelihood: String(likelihood),
  consequence: String(consequence),
  ...more,
})
const viewOf = (...partnerships: Partnership[]) => {
  const { view } = risk.build(inputOf({ partnerships }))
  risk.view.parse(view)
  return view
}

test.each([
  [
    ['low', 'moderate', 'high', 'extreme'],
    ['L', 'M', 'H', 'E'],
  ],
  [
    ['minor', 'moderate', 'major'],
    ['Mi', 'Mo', 'Ma'],
  ],
  [
    ['green', 'amber', 'red'], // never the letter of a grade
    ['Gr', 'Am', 'Re'],
  ],
  [
    ['high', 'very high', 'highest'],
    ['High', 'V', 'Highe'],
  ],
])('letters of %j are %j', (names, letters) => {
  expect(lettersOf(names)).toEqual(letters)
})

describe('the heat map', () => {
  test('has consequence down from 5 and likelihood up from 1, with the bands of NPSA', () => {
    const { matrix } = viewOf()
    expect(matrix.rows.map((row) => row.cells.map((it) => it.letter).join(''))).toEqual([
      'MHEEE',
      'MHHEE',
      'LMHHE',
      'LMMHH',
      'LLLMM',
    ])
    expect(matrix.rows[0]?.name).toBe('5 catastrophic')
    expect(matrix.columns[4]).toBe('5 almost certain')
  })

  test('has every scored risk in one cell, by the number of the list', () => {
    const { matrix, scoredList } = viewOf(
      withRisks([scored(2, 5), scored(5, 2), scored(5, 5), scored(5, 2), { title: 'Not scored', likelihood: '5' }]),
    )
    expect(scoredList.map((it) => `${it.number} ${it.score} ${it.title}`)).toEqual([
      '1 25 5 by 5',
      '2 10 2 by 5', // of one score, the graver harm first
      '3 10 5 by 2',
      '4 10 5 by 2',
    ])
    const cells = matrix.rows.flatMap(({ name, cells }) =>
      cells.flatMap(({ count, numbers }, index) =>
        count.count === 0 ? [] : [`${name}, ${matrix.columns[index]}: ${numbers.join(' ')}`],
      ),
    )
    expect(cells).toEqual([
      '5 catastrophic, 2 unlikely: 2',
      '5 catastrophic, 5 almost certain: 1',
      '2 minor, 5 almost certain: 3 4',
    ])
  })

  test('has no band for a score below the lowest one', () => {
    const partnerships = [withRisks([scored(1, 1)])]
    const policies = [policyOf({ 'risk-bands': { low: { off: 'Not here.' } } }), nhs2026]
    const { view } = risk.build(inputOf({ partnerships, policies }))
    expect(view.scoredList[0]).toMatchObject({ letter: null, score: '1' })
    expect(view.matrix.rows[4]?.cells[0]?.letter).toBeNull()
  })
})

test('a risk without a score is listed and counted apart, with the next number; it is never zero', () => {
  const view = viewOf(withRisks([{ title: 'Open', category: 'finances', target: '4' }, scored(1, 2)]))
  expect([view.open.count, view.scored.count, view.unscored.count]).toEqual([2, 1, 1])
  expect(view.unscoredList).toMatchObject([{ number: '2', title: 'Open', category: 'Finances' }])
  expect(view.aboveTarget.count).toBe(0) // whether it is above cannot be told
  expect(view.categories.find((it) => it.title === 'Finances')).toMatchObject({ highest: null })
})

test('above target, overdue and accepted risks are named; the due day itself is in time', () => {
  const view = viewOf(
    withRisks([
      scored(3, 3, { target: '9', due: '2026-10-31' }),
      scored(3, 4, { target: '8', due: '2026-10-30', owner: 'Lead' }),
      scored(1, 1, { status: 'accepted', 'accepted-by': 'Board' }),
      scored(2, 2, { status: 'accepted' }),
      scored(5, 5, { status: 'closed', due: '2020' }),
      { title: 'Late', due: '2026-09' },
    ]),
  )
  expect(view.aboveTargetList.map((it) => `${it.score} to ${it.target}`)).toEqual(['12 to 8'])
  expect(view.overdueList.map((it) => `${it.number} ${it.due}`)).toEqual(['5 September 2026', '1 30 October 2026'])
  expect(view.acceptedList.map((it) => it.by)).toEqual([null, 'Board'])
  expect(view.closed.count).toBe(1)
  expect(view.scoredList.some((it) => it.score === '25')).toBe(false)
})

test('risks by category: the policy’s, those that it does not know, and those without one', () => {
  const view = viewOf(
    withRisks([
      scored(2, 2, { category: 'finances' }),
      scored(4, 4, { category: 'finances' }),
      scored(1, 1, { category: 'sea-level' }),
      scored(1, 3),
      { category: 'systems', none: 'There are none.' },
    ]),
  )
  const row = (title: string) => view.categories.find((it) => it.title === title)
  expect(row('Finances')).toMatchObject({ count: { count: 2 }, highest: { letter: 'E', score: '16' } })
  expect(row('Systems')).toMatchObject({ count: { count: 0 }, highest: null, saidNone: { count: 1 } })
  expect(view.categories.slice(-2).map((it) => it.title)).toEqual(['sea level (not in policy)', 'No category stated'])
  expect(view.saidNone).toEqual([{ name: 'A', category: 'Systems', why: 'There are none.' }])
})

test('a part counts with its whole; ended partnerships are in no list', () => {
  const view = viewOf(
    withRisks([], { 'risk-summary': 'Some words.' }, 'a'),
    withRisks([scored(1, 1)], { parent: 'a' }, 'b'),
    withRisks([], { 'risk-summary': 'Other words.' }, 'c'),
    withRisks([scored(5, 5)], { status: 'ended' }, 'd'),
  )
  expect(view.partnerships.count).toBe(2)
  expect(view.withRisks.count).toBe(1)
  expect(view.scoredList).toMatchObject([{ name: 'B, part of A', score: '1' }])
  expect(view.withoutNames).toEqual(['C'])
  expect(view.notes).toEqual([{ name: 'C', text: 'Other words.' }])
  expect(view.ofEnded.count).toBe(1)
})

test('the risk profiles that policy asks for are counted', () => {
  const documents = [{ type: 'risk-profile', signed: '2026-10-01' }]
  const { profiles } = viewOf(withRisks([], { documents }, 'a'), withRisks([], {}, 'b'))
  expect([profiles?.asked, profiles?.inForce, profiles?.missing].map((it) => it?.count)).toEqual([2, 1, 1])
  expect(risk.build(inputOf({ policies: [] })).view.profiles).toBeNull()
})

import { describe, expect, test } from 'vitest'
import { formatFigure } from '../../src/figures/format-figure.js'
import { boardUpdate } from '../../src/reports/board-update/index.js'
import { isCovered } from '../../src/reports/board-update/covered.js'
import { partnershipOf } from '../policy/sample.js'
import { inputOf, registerWith } from './make.js'
import { paperOf } from './paper-input.js'

const viewOf = (...written: object[]) => {
  const partnerships = written.map((it, index) => partnershipOf({ name: `P${index}`, ...it }, `p${index}`))
  return boardUpdate.build(inputOf(registerWith(partnerships))).view
}
const us = [{ organisation: 'us' }]

describe('what stands in a sentence is not said again in a table', () => {
  const lines = [{ text: 'More than 200 young people were supported; an answer is expected in May or June 2019.' }]

  test.each([
    ['Young people supported', 'more than 200', true],
    ['Young people supported', 'more than 2', false],
    ['Referrals of adults', 'more than 200', false],
    ['Answer to the bid', 'May to June 2019', true],
  ])('%s: %s', (title, figure, told) => {
    expect(isCovered(lines, title, figure)).toBe(told)
  })
})

describe('open actions', () => {
  const actions = [
    { title: 'Ask all leads' },
    { title: 'Register all counsellors' },
    { title: 'Write it down', due: '2026-12' },
  ]
  const headlines = [{ date: '2026-09', text: 'All counsellors are being put on the register.' }]

  test('are listed once: not those without a role or a day that the news report already', () => {
    const view = viewOf({ partners: us, actions, headlines })
    expect(view.actions.map((it) => it.title)).toEqual(['Ask all leads', 'Write it down'])
    expect(view.vagueCount.count).toBe(2)
  })

  test('in words', () => {
    const paper = paperOf(boardUpdate, { partnerships: [partnershipOf({ name: 'P', actions }, 'p')] })
    expect(paper).toContain('| P | Ask all leads | not recorded |')
    expect(paper).toContain('| P | Write it down | December 2026 |')
    expect(paper).toContain('No yearly value is recorded; 1 partnership is of unknown value.')
  })
})

test('grades that are amber or worse have their comment, and red ones are counted', () => {
  const comments = { governance: 'Well kept.', relationships: 'New.', outcomes: 'Late.' }
  const view = viewOf({
    assessments: [{ date: '2026-08', governance: 'G', relationships: 'A', outcomes: 'R', comments }],
  })
  expect(view.gradeComments.map((it) => [it.aspect, it.grade, it.text])).toEqual([
    ['relationships', 'A', 'New.'],
    ['outcomes', 'R', 'Late.'],
  ])
  expect([view.poor.names, view.poor.count.count, view.gradedOn]).toEqual([['P0'], 1, 'August 2026'])
})

test('money through partners that are not named is told with the partnerships', () => {
  const value = (amount: string) => ({ value: { amount, per: 'year', direction: 'income' } })
  const view = viewOf(
    { ...value('3m'), partners: [...us, { group: 'other trusts' }] },
    { ...value('1m'), partners: us },
  )
  expect(view.unnamed.map((it) => [it.of, formatFigure(it.value!), formatFigure(it.share!)])).toEqual([
    [['P0'], '£3m', '75%'],
    [['P1'], '£1m', '25%'],
  ])
})

test('a partnership of which no money passes is in no count of which way money goes', () => {
  const view = viewOf({ kind: 'informal' }, { value: { amount: '1m', per: 'year' } })
  expect(view.totals.map((it) => [it.direction, it.partnerships.count])).toEqual([['not stated', 1]])
})

test('one-off money is in no way that yearly money goes, and nobody is said to be of unknown value for it', () => {
  const once = { value: { amount: '3m', per: 'once', direction: 'spend' } }
  const view = viewOf(once, {})
  expect(view.totals.map((it) => [it.direction, it.partnerships.count])).toEqual([['not stated', 1]])
  expect(view.unvalued.count).toBe(1)
  expect(viewOf(once).unvalued.count).toBe(0)
})

describe('what stands in the paper beside its figures', () => {
  const note = 'With its smoking cessation services.'
  const partners = [
    { organisation: 'us', roles: ['lead'], note },
    { group: 'trusts', count: '5', note: 'Ours together knows them.' },
  ]

  test('a partner is told with what is noted of it, and a name in the note keeps its capital', () => {
    const view = viewOf({ name: 'Ours together', partners })
    const ours = view.partnerships[0]!.partners
    expect(ours[0]).toMatch(/\(lead: with its smoking cessation services\)$/)
    expect(ours[1]).toBe('5 trusts (Ours together knows them)')
  })

  test('another name that differs in capitals only is no other name', () => {
    expect(
      viewOf({ name: 'CAMHS team', aliases: ['CAMHs team', 'Young minds', 'young MINDS'] }).partnerships[0]!.aliases,
    ).toEqual(['Young minds'])
  })

  test('the policies that ask for documents, and what a tier follows from, are named', () => {
    const view = viewOf({ kind: 'contract', value: { amount: '1m', per: 'year' } })
    expect(view.documents.askedBy).toMatch(/^“.*2026”$/)
    expect(view.tierFactors).toEqual(expect.arrayContaining(['annual value', 'our role', 'highest open risk', 'term']))
    expect(view.hasFloors).toBe(true)
  })
})

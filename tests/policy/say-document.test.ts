import { expect, test } from 'vitest'
import { exactly } from '../../src/model/day.js'
import type { DocumentDuty } from '../../src/policy/documents.js'
import { describeState } from '../../src/policy/describe-document.js'

const duty = (state: DocumentDuty['state'], document: object, until?: string): DocumentDuty =>
  ({ state, until, document, organisation: undefined, at: { file: 'a.yaml', path: [] } }) as unknown as DocumentDuty

test('of what is agreed or requested it is not said that nobody has signed it', () => {
  expect(describeState(duty('unsigned', { status: 'agreed' }))).toBe('agreed; no signature recorded')
  expect(describeState(duty('unsigned', { status: 'requested' }))).toBe('requested')
  expect(describeState(duty('unsigned', { status: 'draft' }))).toBe('draft, not signed')
  expect(describeState(duty('unsigned', {}))).toBe('no signature recorded')
})

test('a day of signing that is still to come is told', () => {
  const signed = exactly('2026-10-20')
  expect(describeState(duty('unsigned', { signed }))).toBe('not signed yet; dated 20 October 2026')
  expect(describeState(duty('unsigned', { status: 'draft', signed }))).toBe('draft, not signed')
})

test('a last day is no more exact than what it is reckoned from', () => {
  const signed = { first: '2018-12-01', last: '2018-12-31', written: '2018-12' }
  const about = 'about December 2019 (its day is not exact)'
  expect(describeState(duty('held', { signed }, '2019-12-30'))).toBe(`in force until ${about}`)
  expect(describeState(duty('expiring', { signed }, '2019-12-30'))).toBe(`in force, expires ${about}`)
  expect(describeState(duty('expired', { signed }, '2019-12-30'))).toBe(`expired ${about}`)
  expect(describeState(duty('expired', { expires: exactly('2019-12-30') }, '2019-12-30'))).toBe(
    'expired on 30 December 2019',
  )
})

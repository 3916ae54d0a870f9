import { describe, expect, test } from 'vitest'
import { boardUpdate } from '../../src/reports/board-update/index.js'
import { registerOf } from '../make-register.js'
import { organisationOf, partnershipOf } from '../policy/sample.js'
import { runPartners } from '../run-partners.js'
import { AS_OF, inputOf, registerWith } from './make.js'

const MAJOR = { value: { amount: '5m', per: 'year', direction: 'spend' } }
const viewOf = (...written: object[]) => {
  const partnerships = written.map((it, index) => partnershipOf({ name: `P${index}`, ...it }, `p${index}`))
  return boardUpdate.build(inputOf(registerWith(partnerships, [organisationOf('us')]))).view
}
type Level = 'alert' | 'advise' | 'assure'
const lines = (level: Level, ...written: object[]) =>
  viewOf(...written)[level].map((it) => `${it.title} (${it.count.count}): ${it.text}`)

describe('what the Board is alerted to', () => {
  const graded = (date: string, outcomes: string) => ({ date, governance: 'G', relationships: 'G', outcomes })

  test.each([
    ['a red grade', { assessments: [graded('2026-08', 'R')] }, 'Graded red or red-amber (1): P0: outcomes R'],
    [
      'a worse grade',
      { assessments: [graded('2026-02', 'G'), graded('2026-08', 'A/G')] },
      'Graded worse than before (1): P0: outcomes from G to A/G',
    ],
    [
      'an extreme risk',
      { risks: [{ title: 'Fire', likelihood: '4', consequence: '5' }] },
      'Extreme risk (1): P0: Fire (20)',
    ],
    [
      'late mitigation',
      { risks: [{ title: 'Fire', due: '2026-08-31' }] },
      'Action on a risk overdue (1): P0: Fire, due 31 August 2026',
    ],
    [
      'a lapsed review',
      { ...MAJOR, start: '2020-04-01', reviews: [{ date: '2021-01-31' }] },
      expect.stringMatching(/^Review overdue \(1\): P0: due .* 202[12]$/),
    ],
    [
      'a poor peer review',
      { 'quality-reviews': [{ title: 'Ward visit', state: 'done', period: '2026-05', grade: 'inadequate' }] },
      'Peer review below good (1): P0: Ward visit, inadequate',
    ],
    [
      'an end inside the notice period',
      { end: '2026-12-31', notice: '6 months' },
      'Ends within its notice period (1): P0: ends 31 December 2026, notice of 6 months',
    ],
    [
      'a missed benefit',
      { benefits: [{ title: 'Shorter waits', due: '2026-03-31' }] },
      'Benefit missed (1): P0: Shorter waits, due 31 March 2026',
    ],
    [
      'a major one with nothing on record',
      MAJOR,
      'Major partnership without sponsor, grade or risk profile (1): executive sponsor, grade and risk profile (all)',
    ],
    [
      'a required document that a major one lacks',
      { ...MAJOR, kind: 'contract' },
      expect.stringMatching(
        /^Required documents expired, or not on file for a major partnership \(1\): P0: agreement or contract/,
      ),
    ],
  ])('%s', (_, written, line) => expect(lines('alert', written)).toContainEqual(line))

  test('nothing of what is in good order, has ended, or is only proposed', () => {
    const quiet = {
      assessments: [graded('2026-08', 'G')],
      risks: [{ title: 'Rain', likelihood: '1', consequence: '1' }],
    }
    const ended = { status: 'ended', end: '2025-03-31', assessments: [graded('2026-08', 'R')] }
    expect(lines('alert', quiet, ended, { ...MAJOR, status: 'proposed' })).toEqual([])
  })

  test('a required document that has expired, whatever the tier', () => {
    const expired = { kind: 'contract', documents: [{ type: 'agreement', status: 'in-force', expires: '2026-03-31' }] }
    expect(lines('alert', expired)).toEqual([
      'Required documents expired, or not on file for a major partnership (1): P0: agreement or contract (expired on 31 March 2026)',
    ])
  })

  test('those of which the same is said are named together, and all are counted', () => {
    const red = { assessments: [graded('2026-08', 'R')] }
    expect(lines('alert', red, red, red)[0]).toBe('Graded red or red-amber (3): P0, P1 and P2: outcomes R')
  })
})

describe('what the Board is advised of', () => {
  test.each([
    [
      'a concern in the news',
      { headlines: [{ date: '2026-09', tone: 'concern', text: 'Few staff.' }] },
      'Concern (1): P0: Few staff.',
    ],
    ['an open issue', { issues: [{ title: 'No room' }] }, 'Open issue (1): P0: No room'],
    [
      'a high risk',
      { risks: [{ title: 'Flood', likelihood: '3', consequence: '4' }] },
      'High risk (1): P0: Flood (12)',
    ],
    [
      'an evaluation',
      { evaluations: [{ title: 'Evaluation', state: 'under-way' }] },
      'Audit or evaluation under way or planned (1): P0: Evaluation',
    ],
  ])('%s', (_, written, line) => expect(lines('advise', written)).toContainEqual(line))

  test('not of an issue that the news report already', () => {
    const twice = {
      headlines: [{ date: '2026-09', tone: 'concern', text: 'Recruitment of nurses is difficult.' }],
      issues: [{ title: 'Recruitment of nurses' }],
    }
    expect(lines('advise', twice).filter((it) => it.startsWith('Open issue'))).toEqual([])
  })
})

test('green is assurance only while the grading, the review and what must be on file are in date', () => {
  const green = {
    start: '2024-04-01',
    assessments: [{ date: '2026-08', governance: 'G', relationships: 'G', outcomes: 'G' }],
    reviews: [{ date: '2026-08' }],
  }
  const signed = { documents: ['agreement', 'mou', 'risk-profile'].map((type) => ({ type, status: 'in-force' })) }
  expect(lines('assure', { ...green, ...signed, kind: 'memorandum' })).toEqual([
    'Graded green; grading, review and documents in date (1): P0: graded August 2026',
  ])
  for (const lacking of [{ reviews: [] }, { documents: [] }])
    expect(lines('assure', { ...green, ...signed, kind: 'memorandum', ...lacking })).toEqual([])
})

describe('policy says which is which', () => {
  const root = (policy: string) =>
    registerOf({
      'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
      'policy.yaml': `extends: nhs-2027\n${policy}`,
      'partnerships/a.yaml': 'name: Alpha\nstatus: active\nissues: [{ title: No room }]\n',
    })
  const paper = (policy: string) => runPartners(['report', 'board-update', '-r', root(policy), '--as-of', AS_OF]).stdout
  const under = (text: string, heading: string) => new RegExp(`### ${heading}\\n\\n([^#]*)`).exec(text)![1]!.trim()

  test('an own policy moves one signal and keeps the others', () => {
    const text = paper('signals:\n  issue: alert\n')
    expect([under(text, 'Alert'), under(text, 'Advise')]).toEqual([
      '- **Open issue** (1): Alpha: No room',
      'None on record.',
    ])
  })

  test('a heading without lines says so', () => {
    const text = paper('signals:\n  issue: none\n')
    for (const heading of ['Alert', 'Advise', 'Assure']) expect(under(text, heading)).toBe('None on record.')
  })

  test('a signal that does not exist is found', () => {
    const { stdout } = runPartners(['validate', '-r', root('signals:\n  red-grades: alert\n'), '--as-of', AS_OF])
    expect(stdout).toContain('red-grades')
    expect(stdout).toContain('red-grade')
  })
})

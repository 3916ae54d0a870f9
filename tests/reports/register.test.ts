import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { fieldMeta } from '../../src/model/field.js'
import { organisationSchema } from '../../src/model/organisation.js'
import { partnershipSchema } from '../../src/model/partnership.js'
import { unwrap } from '../../src/model/schema-walk.js'
import { settingsSchema } from '../../src/model/settings.js'
import { registerExtract } from '../../src/reports/register/index.js'
import { joined } from '../../src/reports/rows/stated.js'
import { formatShare } from '../../src/figures/shares.js'
import { organisationOf, partnershipOf, registerOf } from '../policy/sample.js'
import { HOSTILE, inputOf, pageOf, paperOf } from './paper-input.js'

/** A value for every field of a schema; each text has words of its own, by its path. */
function filled(schema: z.core.$ZodType, path: string, words: Map<string, string>): unknown {
  const inner = unwrap(schema)
  const { shape, element, valueType } = inner._zod.def as unknown as {
    shape?: Record<string, z.core.$ZodType>
    element?: z.core.$ZodType
    valueType?: z.core.$ZodType
  }
  if (shape !== undefined)
    return Object.fromEntries(Object.entries(shape).map(([key, it]) => [key, filled(it, `${path}.${key}`, words)]))
  if (element !== undefined) return [filled(element, path, words)]
  if (valueType !== undefined) return {}
  return leaf(inner as z.ZodType, path, words)
}

function leaf(schema: z.ZodType, path: string, words: Map<string, string>): string {
  const { kind, json, example } = fieldMeta.get(schema)!
  if (kind === 'choice' || kind === 'grade') return (json['enum'] as string[])[0]!
  if (kind === 'flag') return 'true'
  if (kind === 'number') return '3'
  if (kind === 'share') return '12.5%'
  if (kind === 'day') return '2026-01-31'
  if (kind === 'duration') return '7 months'
  if (kind === 'money') return '1,234,567'
  if (kind === 'code' && example !== undefined) return example.replaceAll('"', '')
  const written = `word${words.size}x`
  words.set(path, written)
  return written
}

/** Texts that are in a file for the tool, or for nobody else's eyes. */
const KEPT_BACK = [
  /\.id$/, // names entries for the tool
  /^partnership\.(?:parent|tier\..*)$/, // tested below
  /^partnership\.partners\.group$/, // stands where there is no organisation
  /^partnership\.interests\./, // internal: counted only
  /\.exceptions\.rule$/, // a code of the tool
  /\.sha256$/, // for the tool to compare
  /^organisation\.self-assessments\.answers/, // a form of its own
  /\.sources$/,
  // printed in the words of the source
  /^partnership\.(?:summary|position|assessments\.comments\..*|(?:quality-reviews|evaluations)\.finding|headlines\.text)$/,
]

const printed = (words: Map<string, string>, paper: string) =>
  [...words]
    .filter(([path, word]) => !KEPT_BACK.some((it) => it.test(path)) && !paper.includes(word))
    .map(([path]) => path)

describe('everything that is stated is in it', () => {
  test('of a partnership', () => {
    const words = new Map<string, string>()
    const { parent: _, tier: __, ...data } = filled(partnershipSchema, 'partnership', words) as Record<string, unknown>
    const all = { ...data, confidential: 'false', unknown: { exit: 'why-not' } }
    const paper = paperOf(registerExtract, { partnerships: [partnershipOf(all)] })
    expect(printed(words, paper)).toEqual([])
    expect(paper).toContain('12.5%')
    expect(paper).toContain('7 months')
    expect(paper).toContain('£1,234,567')
    expect(paper).toContain('**Exit:** why-not')
    expect(paper).toContain('**Declared interests:** 1.')
  })

  test('of an organisation', () => {
    const words = new Map<string, string>()
    const data = filled(organisationSchema, 'organisation', words) as Record<string, unknown>
    const identifiers = [{ scheme: 'charity', id: '279417' }]
    const organisation = organisationOf('them', { ...data, identifiers, unknown: { status: 'why-not' } })
    const paper = paperOf(registerExtract, { organisations: [organisation] })
    expect(printed(words, paper)).toEqual([])
    expect(paper).toContain('charity number, England and Wales 279417')
    expect(paper).toContain('Status. why-not')
  })

  test('of the register', () => {
    const words = new Map<string, string>()
    const {
      severities: _,
      exceptions: __,
      ...data
    } = filled(settingsSchema, 'register', words) as Record<string, unknown>
    const settings = settingsSchema.parse({
      ...data,
      schema: '1',
      organisation: 'us',
      currency: 'GBP',
      'time-zone': 'UTC',
      'financial-year-start': '04-01',
    })
    const paper = paperOf(registerExtract, { settings: { ...settings, file: 'register.yaml' } })
    const technical =
      /^register\.(?:organisation|paper|currency|time-zone|financial-year-start|risk-matrix|exceptions|severities)/
    const lost = printed(words, paper).filter((path) => !technical.test(path))
    expect(lost).toEqual([])
  })
})

test('a tier that was set says by whom, until when and why; sources close a section', () => {
  const tier = { at: 'major', by: 'Chief Nurse', until: '2027-03', reason: 'It is new.' }
  const paper = paperOf(registerExtract, { partnerships: [partnershipOf({ tier, sources: ['Paper 1.', 'Paper 2'] })] })
  expect(paper).toContain('**Tier:** major; set to major; because: It is new; by Chief Nurse; until March 2027.')
  expect(paper).toContain('**Sources:** Paper 1; Paper 2.')
})

describe('confidential partnerships', () => {
  const organisations = ['us', 'both', 'secretly'].map((id) => organisationOf(id, { name: `The ${id} body` }))
  const partners = (...ids: string[]) => ids.map((organisation) => ({ organisation }))
  const partnerships = [
    partnershipOf({ name: 'Merger', confidential: 'true', partners: partners('us', 'both', 'secretly') }, 'merger'),
    partnershipOf({ name: 'Merger finance', parent: 'merger', value: { amount: '5m', per: 'year' } }, 'finance'),
    partnershipOf(
      { name: 'Open', partners: partners('us', 'both'), evaluations: [{ title: 'Look', by: ['merger', 'secretly'] }] },
      'open',
    ),
  ]
  const { settings: empty } = registerOf()
  const audits = settingsSchema.parse({
    schema: '1',
    organisation: 'us',
    audits: [{ title: 'Sample', partnerships: ['merger', 'open'] }],
  }).audits
  const records = { partnerships, organisations, settings: { ...empty, audits } }

  test('are left out with their parts and counted, as are organisations of theirs only', () => {
    const { view } = registerExtract.build(inputOf(records))
    expect(view.index.map((it) => it.name)).toEqual(['Open'])
    expect([view.held.count, view.parts.count, view.confidential.count]).toEqual([1, 0, 2])
    expect(view.confidentialOrganisations.count).toBe(1)
    expect(view.organisations.map((it) => it.name)).toEqual(['The both body', 'The us body'])
    expect(view.totals.map(({ total }) => total.atMost?.pence)).toEqual([0])
  })

  test('are named nowhere, and neither does the trace', () => {
    const paper = paperOf(registerExtract, records, { trace: true })
    expect(paper).toContain('2 confidential partnerships are left out')
    expect(paper).not.toMatch(/merger|finance\.yaml|secretly/i)
    expect(paper).toContain('looks at a confidential partnership and Open')
    expect(paper).toContain('by a confidential partnership and an organisation that is left out')
  })
})

test('what is declared as an interest is not printed', () => {
  const interests = [{ who: 'The chair of finance', what: 'Owns shares' }]
  const paper = paperOf(registerExtract, { partnerships: [partnershipOf({ interests })] }, { trace: true })
  expect(paper).toContain('**Declared interests:** 1.')
  expect(paper).not.toMatch(/chair of finance|Owns shares/)
})

describe('numbers and order', () => {
  test('parts have the number of their whole and a letter', () => {
    const parts = Array.from({ length: 28 }, (_, index) =>
      partnershipOf({ name: `Part ${String(index).padStart(2, '0')}`, parent: 'w' }, `p${index}`),
    )
    const partnerships = [...parts, partnershipOf({ name: 'Whole' }, 'w'), partnershipOf({ name: 'After' }, 'z')]
    const numbers = registerExtract.build(inputOf({ partnerships })).view.index.map((it) => it.number)
    expect(numbers.slice(0, 4)).toEqual(['1', '2', '2a', '2b'])
    expect(numbers.slice(-3)).toEqual(['2z', '2aa', '2ab'])
  })

  test('a one-off sum is no yearly value, and is told as one', () => {
    const partnerships = [partnershipOf({ value: { amount: '1m', per: 'once' } })]
    const [row] = registerExtract.build(inputOf({ partnerships })).view.index
    expect([row?.value, row?.once?.atMost?.pence]).toEqual([null, 100_000_000])
    expect(paperOf(registerExtract, { partnerships })).toContain('| £1m, once |')
  })

  test('the latest assessment comes first', () => {
    const assessments = ['2025', '2026-09', '2024/25'].map((date) => ({ date, governance: 'A' }))
    const [row] = registerExtract.build(inputOf({ partnerships: [partnershipOf({ assessments })] })).view.partnerships
    expect(row?.assessments.map((it) => it.day)).toEqual(['September 2026', '2025', '2024/25'])
  })
})

describe('gaps', () => {
  const of = (more: Record<string, unknown>) =>
    registerExtract.build(inputOf({ partnerships: [partnershipOf(more), partnershipOf({ status: 'ended' }, 'b')] }))
      .view

  test('are told with their reason, those of one reason together, or as not stated', () => {
    const unknown = { lead: 'Being appointed.', sponsor: 'Being appointed.', 'value.direction': 'Not said.' }
    const [row] = of({ kind: 'contract', unknown }).partnerships
    expect(row?.unknown).toEqual([
      { what: ['Lead', 'sponsor'], why: 'Being appointed.' },
      { what: ['Funding direction'], why: 'Not said.' },
    ])
    expect(row?.notStated).not.toContain('lead')
    expect(row?.notStated).not.toContain('kind')
    expect(row?.notStated).toContain('start')
  })

  test('are counted over what has not ended, whether there is a reason or not', () => {
    const gaps = of({ unknown: { lead: 'Being appointed.' } }).gaps
    expect(gaps.find((it) => it.what === 'lead')?.count.count).toBe(1)
  })

  test('an informal partnership without a sum is not short of one', () => {
    expect(of({ kind: 'informal' }).gaps.map((it) => it.what)).not.toContain('value')
  })
})

test.each([
  [['a.', null, 'b.'], 'a; b.'],
  [['and so on...', 'b'], 'and so on...; b'],
  [[null, undefined, ''], null],
])('joined %j', (parts, said) => expect(joined(...parts)).toBe(said))

test.each([
  [12_500, '12.5%'],
  [33_333, '33.333%'],
  [100_000, '100%'],
])('a share of %i is %s', (share, said) => expect(formatShare(share)).toBe(said))

describe('the paper', () => {
  test('an empty register says that it is empty', () => {
    const paper = paperOf(registerExtract, {})
    expect(paper).toContain('This extract holds 0 partnerships.')
    expect(paper).toContain('The register has no partnership that could be shown.')
    expect(paper).not.toMatch(/\n(#+) [^\n]*\n+\1 /) // no heading without content
  })

  test('texts of the register stay texts', () => {
    for (const name of HOSTILE) {
      const more = {
        aliases: [name],
        summary: name,
        kind: 'contract',
        lead: name,
        'shares-by': name,
        goals: [name],
        controls: name,
        partners: [{ group: name, note: name }],
        risks: [{ title: name, mitigation: name }],
        sources: [name],
        amounts: [{ title: name, amount: '1m', stated: name }],
        assessments: [
          {
            date: '2026',
            by: name,
            governance: 'G',
            comments: { governance: name },
          },
        ],
      }
      const page = pageOf(
        paperOf(registerExtract, {
          partnerships: [partnershipOf({ name, ...more })],
          organisations: [organisationOf('o', { name, aliases: [name], note: name })],
        }),
      )
      expect(page).not.toContain('<script')
      expect(page).not.toContain('\u001b')
      for (const table of page.match(/<table>[^]*?<\/table>/g) ?? []) {
        const heads = table.match(/<th /g)!.length
        for (const row of table.match(/<tr>\n<td[^]*?<\/tr>/g) ?? []) expect(row.match(/<td/g)).toHaveLength(heads)
      }
    }
  })
})

test('a document that two partnerships use has one date, and says that another one needs it sooner', () => {
  const partners = [{ organisation: 'us' }, { organisation: 'mind' }]
  const small = partnershipOf({ name: 'Small', kind: 'contract', partners }, 'a')
  const large = partnershipOf({ name: 'Large', kind: 'contract', partners, value: { amount: '2m', per: 'year' } }, 'b')
  const form = { date: '2026-01-10', status: 'accepted' }
  const organisations = [organisationOf('us'), organisationOf('mind', { name: 'Mind', 'self-assessments': [form] })]
  const paper = paperOf(registerExtract, { partnerships: [small, large], organisations })
  const lines = paper.split('\n').filter((it) => it.includes('Governance self-assessment of Mind'))
  expect(lines).toEqual([
    '- *Governance self-assessment of Mind:* in force until 9 January 2027',
    '- *Governance self-assessment of Mind:* in force until 9 January 2027, the earliest date that a partnership requires',
  ])
})

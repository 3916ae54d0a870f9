import { describe, expect, test } from 'vitest'
import { gradedOf } from '../../src/reports/rows/graded.js'
import { courseOf, describeTrend, describeTrends } from '../../src/reports/review/course.js'
import { review } from '../../src/reports/review/index.js'
import type { ViewOf } from '../../src/reports/define-paper.js'
import { partnershipOf } from '../policy/sample.js'
import { registerOf } from '../make-register.js'
import { runPartners } from '../run-partners.js'
import { HOSTILE, inputOf, pageOf, paperOf } from './paper-input.js'

const graded = (date: string, governance: string, more = {}) => ({ date, governance, ...more })
const viewOf = (...partnerships: ReturnType<typeof partnershipOf>[]) => review.build(inputOf({ partnerships })).view

describe('the review of NHS Brent', () => {
  const run = (...args: string[]) => runPartners(['report', 'review', '-r', 'examples/nhs-brent-2010', ...args]).stdout
  const view = JSON.parse(run('--data')) as ViewOf<typeof review>

  test('has its 39 grades', () => {
    const counts = view.counts.map(({ grade, governance, relationships, outcomes }) => [
      grade,
      governance.count,
      relationships.count,
      outcomes.count,
    ])
    expect(counts).toEqual([
      ['G', 13, 4, 3],
      ['A/G', 0, 5, 2],
      ['A', 0, 4, 6],
      ['R/A', 0, 0, 2],
      ['R', 0, 0, 0],
    ])
    const grades = view.partnerships.flatMap((it) => it.grading?.grades ?? [])
    expect(grades.filter((it) => it.grade !== null && it.comment !== null)).toHaveLength(39)
    expect(pageOf(run()).match(/<td class="grade-/g)).toHaveLength(39 * 2 + 5) // overview, sections, and the count
  })

  test('is in the order of its source', () => {
    const names = view.partnerships.map((it) => it.name)
    expect([names[0], names[5], names[12]]).toEqual([
      'Brent Council',
      'North West London Hospital',
      'LiNKs and Local Community',
    ])
    expect(run()).toContain('They are in the order that the register gives them.')
  })

  test('traces its counts to assessments', () => {
    expect(run('--trace')).toMatch(
      /\*\*2:\*\* partnerships graded R\/A for outcomes\n +- Brent Contractor Community \(\S+brent-contractor-community\.md:\d+\)\n +- Practice based Commissioning/,
    )
  })

  test('tells the council with its three parts inside', () => {
    const council = view.partnerships.find((it) => it.name === 'Brent Council')
    expect(council?.parts.map((it) => it.name)).toHaveLength(3)
    expect([view.held.count, view.parts.count, view.partnerships.length]).toEqual([13, 3, 13])
  })
})

describe('order', () => {
  const of = (id: string, order?: number) =>
    partnershipOf({ name: id, rationale: 'x', ...(order && { order: String(order) }) }, id)
  const paper = (...partnerships: ReturnType<typeof of>[]) => paperOf(review, { partnerships })
  const headings = (text: string) => [...text.matchAll(/^## (\w)$/gm)].map((it) => it[1])

  test('puts those with a place first, and the others behind them by name', () => {
    const text = paper(of('a'), of('b', 9), of('c', 2), of('d'))
    expect(headings(text)).toEqual(['c', 'b', 'a', 'd'])
    expect(text).toContain('Those with a place of their own in papers come first, in that order. They are alphabetical')
  })

  test('is by name where none has a place, and not mentioned', () => {
    const text = paper(of('b'), of('a'))
    expect(headings(text)).toEqual(['a', 'b'])
    expect(text).not.toContain('a place of their own')
  })
})

describe('course', () => {
  const of = (...assessments: object[]) => gradedOf(partnershipOf({ assessments }), '2026-12-31')!

  test.each([
    ['A', 'G', 'better', 'better, it was A'],
    ['A', 'R/A', 'worse', 'worse, it was A'],
    ['A', 'A', 'same', 'the same'],
  ])('from %s to %s is %s', (from, to, course, said) => {
    const both = of(graded('2026-03', from), graded('2026-09', to))
    expect([courseOf(both, 'governance'), describeTrend(both, 'governance')]).toEqual([course, said])
  })

  test('goes by day, not by position', () => {
    const both = of(graded('2026-09', 'G'), graded('2024', 'R'), graded('2026-03', 'A'))
    expect(describeTrend(both, 'governance')).toBe('better, it was A')
  })

  test('is not told where nothing can be compared', () => {
    expect(describeTrends(of(graded('2026-03', 'A')))).toBeUndefined()
    const both = of({ date: '2026-03', outcomes: 'A' }, graded('2026-09', 'G'))
    expect(describeTrend(both, 'governance')).toBe('not graded before')
    expect(describeTrend(both, 'outcomes')).toBe('it was A')
    expect(describeTrend(both, 'relationships')).toBe('not graded before')
    expect(describeTrends(both)).toBe('governance newly graded, outcomes no longer graded')
  })

  test('counts single grades, and who was graded for the first time', () => {
    const before = { relationships: 'A', outcomes: 'A' }
    const after = { relationships: 'A', outcomes: 'R' }
    const { courses, concerns } = viewOf(
      partnershipOf({ name: 'A', assessments: [graded('2026-03', 'A', before), graded('2026-09', 'G', after)] }, 'a'),
      partnershipOf({ name: 'B', assessments: [graded('2026-09', 'R/A')] }, 'b'),
    )
    const { better, worse, same, first } = courses
    expect([better, worse, same, first].map((it) => it.count)).toEqual([1, 1, 1, 1])
    expect(worse.sources.map((it) => it.name)).toEqual(['A: outcomes'])
    expect(concerns).toEqual(['A (outcomes)', 'B (governance)'])
  })
})

describe('what is in it', () => {
  test('the most significant first: by tier, then by value, then by name', () => {
    const worth = (id: string, amount?: string) =>
      partnershipOf({ name: id, controls: 'x', ...(amount && { value: { amount, per: 'year' } }) }, id)
    const { partnerships } = viewOf(worth('d', '2m'), worth('c'), worth('b', '5m'), worth('a'), worth('e', '2m'))
    expect(partnerships.map((it) => it.name)).toEqual(['b', 'd', 'e', 'a', 'c'])
  })

  test('ended partnerships are named and not reviewed; a part of one stands by itself', () => {
    const view = viewOf(
      partnershipOf({ name: 'Whole', status: 'ended', assessments: [graded('2020', 'R')] }, 'whole'),
      partnershipOf({ name: 'Part', parent: 'whole', controls: 'x' }, 'part'),
    )
    expect([
      view.held.count,
      view.ended,
      view.overview.map((it) => it.name),
      view.partnerships.map((it) => it.name),
    ]).toEqual([1, ['Whole'], ['Part'], ['Part']])
  })

  test('grades of a part stand with its whole and are not counted', () => {
    const view = viewOf(
      partnershipOf({ name: 'Whole', assessments: [graded('2026-09', 'G')] }, 'whole'),
      partnershipOf({ name: 'Part', parent: 'whole', assessments: [graded('2026-09', 'R')] }, 'part'),
    )
    expect(view.partnerships[0]?.parts[0]?.grading?.grades[0]?.grade).toBe('R')
    expect(view.counts.find((it) => it.grade === 'R')?.governance.count).toBe(0)
    expect(view.gradedParts.count).toBe(1)
  })

  test('what is not graded is a row of its own, so that each column adds up', () => {
    const { counts, overview } = viewOf(
      partnershipOf({ name: 'A', assessments: [graded('2026-09', 'G')] }, 'a'),
      partnershipOf({ name: 'B' }, 'b'),
    )
    expect(overview.map((it) => [it.name, it.governance, it.day])).toEqual([
      ['A', 'G', 'September 2026'],
      ['B', null, null],
    ])
    for (const aspect of ['governance', 'relationships', 'outcomes'] as const)
      expect(counts.reduce((sum, it) => sum + it[aspect].count, 0)).toBe(2)
  })

  test('risks are listed where no summary tells them, the gravest first', () => {
    const risks = [
      { title: 'Small', likelihood: '1', consequence: '2' },
      { title: 'Unscored' },
      { title: 'Grave', likelihood: '4', consequence: '4', mitigation: 'Watch it.' },
      { title: 'Over', status: 'closed' },
    ]
    const of = (more: object) => viewOf(partnershipOf({ risks, ...more })).partnerships[0]!.risks.map((it) => it.title)
    expect(of({})).toEqual(['Grave', 'Small', 'Unscored'])
    expect(of({ 'risk-summary': 'All in hand.' })).toEqual([])
  })

  test('a comment that says itself that it is too early does not say it twice', () => {
    const of = (comment?: string) => {
      const comments = comment === undefined ? {} : { comments: { governance: comment } }
      const assessments = [{ date: '2026-09', 'too-early': ['governance'], ...comments }]
      return viewOf(partnershipOf({ assessments })).partnerships[0]!.grading!.grades[0]!.comment
    }
    expect([of(), of('Nothing yet.'), of('Too early to assess.')]).toEqual([
      'Too early to tell.',
      'Too early to tell. Nothing yet.',
      'Too early to assess.',
    ])
  })
})

describe('the overview', () => {
  const whole = { name: 'Whole', summary: 'Care at home.', rationale: 'x' }

  test('has a line for each partnership, and names the parts that are not described below', () => {
    const view = viewOf(
      partnershipOf(whole, 'whole'),
      partnershipOf({ name: 'Bare', parent: 'whole' }, 'bare'),
      partnershipOf({ name: 'Told', parent: 'whole', controls: 'x' }, 'told'),
      partnershipOf({ name: 'Nothing' }, 'nothing'),
    )
    expect(view.overview.map((it) => [it.name, it.summary, it.parts])).toEqual([
      ['Nothing', null, []],
      ['Whole', 'Care at home.', ['Bare']],
    ])
    expect(view.undescribed).toEqual(['Nothing'])
  })

  test('has no columns of grades where nothing is graded, and says each summary once', () => {
    const paper = paperOf(review, { partnerships: [partnershipOf(whole, 'whole')] })
    expect(paper).toContain('| Partnership and tier | What it is |\n')
    expect(paper.split('Care at home.')).toHaveLength(2)
  })
})

describe('the paper', () => {
  test('an empty register says that it is empty', () => {
    const paper = paperOf(review, {})
    expect(paper).toContain('The register holds no partnership that has not ended.')
    expect(paper).toContain('No partnership has been graded yet.')
    expect(paper).not.toMatch(/\n#[^\n]*\n+(?:#|---)/) // no heading without content
  })

  test('texts of the register stay texts', () => {
    for (const name of HOSTILE) {
      const more = { aliases: [name], summary: name, controls: name, 'risk-summary': name, lead: name }
      const comments = { governance: name }
      const assessments = [
        { date: '2025', governance: 'A' },
        { date: '2026', by: name, governance: 'G', comments },
      ]
      const page = pageOf(
        paperOf(review, {
          partnerships: [
            partnershipOf({ name, ...more, assessments }, 'a'),
            partnershipOf({ name, summary: name }, 'b'),
          ],
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

  test('a confidential partnership makes it a paper that is not for publication', () => {
    expect(paperOf(review, { partnerships: [partnershipOf({ name: 'Quiet', confidential: 'true' })] })).toContain(
      '**Not for publication:** the register marks as confidential Quiet.',
    )
  })
})

test('a comment that begins with “too early” itself is not told twice so, in any paper', () => {
  const files = {
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/a.yaml':
      'name: A\nstatus: active\nassessments:\n  - date: 2026-03\n    outcomes: A\n    too-early: [outcomes]\n    comments:\n      outcomes: Too early, says the Board.\n',
  }
  const root = registerOf(files)
  for (const command of [['show', 'a'], ['report'], ['report', 'register'], ['report', 'review']]) {
    const { stdout } = runPartners([...command, '-r', root, '--as-of', '2026-06-01'])
    expect(stdout.replace(/\s+/g, ' ')).toContain('Too early, says the Board.')
    expect(stdout).not.toMatch(/too early to tell[.;]/i)
  }
})

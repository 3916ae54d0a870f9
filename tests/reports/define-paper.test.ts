import { expect, test } from 'vitest'
import { countFigure } from '../../src/figures/figure.js'
import { combined, definePaper, section } from '../../src/reports/define-paper.js'
import type { PaperInput } from '../../src/reports/paper.js'
import { count, group, maybe, rows, text } from '../../src/reports/view-parts.js'
import { inputOf } from './paper-input.js'

const lines = rows({ title: text, note: maybe })
const head = section({ day: text, note: maybe }, ({ asOf }: PaperInput) => ({ day: asOf }))
const body = section({ lines, most: group({ title: text, note: maybe }).nullable(), all: count }, () => ({
  all: countFigure('lines', []),
  lines: [{ note: undefined, title: 'One' }],
}))
const paper = definePaper({
  name: 'small',
  summary: 'a paper of two sections',
  scope: (input) => input,
  sections: [head, body],
})

test('a view has the keys of all sections in their order, and null for what a builder leaves out', () => {
  const { view, narrative } = paper.build(inputOf({}))
  expect(JSON.stringify(view)).toBe(
    '{"day":"2026-10-31","note":null,"lines":[{"title":"One","note":null}],"most":null,' +
      '"all":{"figure":"count","count":0,"how":"lines","sources":[]}}',
  )
  expect(paper.view.safeParse(view).success).toBe(true)
  expect(narrative).toEqual({})
})

test('a key that no schema names is kept for the check of the view, which refuses it', () => {
  const over = section({ title: text }, () => ({ title: 'One', more: 1 }))
  const { view, build } = definePaper({ name: 'over', summary: '', scope: (it) => it, sections: [over] })
  expect(view.safeParse(build(inputOf({})).view).error?.message).toContain('more')
})

test('two sections cannot have one key: one of them would be lost', () => {
  const later = section({ day: text }, () => ({ day: 'later' }))
  expect(() => combined([head, later])).toThrow('two sections of a paper have the key day')
})

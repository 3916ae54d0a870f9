import * as z from 'zod'
import { describe, expect, test } from 'vitest'
import { countFigureSchema, moneyFigureSchema, percentFigureSchema } from '../../src/figures/figure.js'
import { checkTemplate } from '../../src/reports/engine/check-template.js'
import { HELPER_EXAMPLES } from '../../src/reports/engine/helper-examples.js'
import { helpers } from '../../src/reports/engine/helpers.js'
import { readTemplates } from '../../src/reports/engine/read-templates.js'
import { renderMarkdown } from '../../src/reports/engine/render.js'
import { pounds } from './view.js'

const text = z.string()
const view = z.strictObject({
  held: countFigureSchema,
  overdue: countFigureSchema,
  total: moneyFigureSchema,
  part: percentFigureSchema,
  tier: text,
  partners: z.array(text),
  direction: text,
  lead: text.nullable(),
  summary: text,
  diagram: text,
  path: z.array(text),
  name: text,
  rating: text,
  letter: text,
})

const traced = { how: 'counted', sources: [] }
const values = {
  held: { figure: 'count', count: 22, ...traced },
  overdue: { figure: 'count', count: 3, ...traced },
  total: pounds(8_600_000),
  part: { figure: 'percent', atLeast: 38_000, atMost: 38_000, approximate: false, ...traced },
  tier: 'major',
  partners: ['Elmore', 'Mind', 'Response'],
  direction: 'spend',
  lead: null,
  summary: 'A first paragraph.\n\nA second one.',
  diagram: 'flowchart TD\n  a --> b',
  path: ['Board', 'Audit'],
  name: 'Quality Committee',
  rating: 'Amber',
  letter: 'E',
}

test('each helper has an example that uses it', () => {
  expect(Object.keys(HELPER_EXAMPLES)).toEqual(Object.keys(helpers))
  for (const [name, [template]] of Object.entries(HELPER_EXAMPLES)) expect(template).toContain(name)
})

describe('an example prints what the page says', () => {
  test.each(Object.entries(HELPER_EXAMPLES))('%s', (_name, [template, prints]) => {
    expect(checkTemplate(template, view, {})).toEqual([])
    expect(renderMarkdown(template, {}, values, readTemplates).markdown.trimEnd()).toBe(prints.trimStart())
  })
})

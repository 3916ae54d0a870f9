import * as z from 'zod'
import { countFigureSchema, figureSchema, moneyFigureSchema, type Figure } from '../../src/figures/figure.js'
import type { Place } from '../../src/model/place.js'

export const place = (file: string): Place => ({ file, path: ['name'], on: 'value' })

/** A figure of money, in pounds. */
export function pounds(atLeast: number, atMost: number | undefined = atLeast, more: Partial<Figure> = {}): Figure {
  const sources = [{ name: 'Riverside', at: place('partnerships/riverside.yaml') }]
  const ends = { atLeast: atLeast * 100, atMost: atMost === undefined ? undefined : atMost * 100 }
  return { figure: 'money', ...ends, approximate: false, unknown: 0, currency: 'GBP', how: 'summed', sources, ...more }
}

const text = z.string()

/** A view with a value of every kind. */
export const view = z.strictObject({
  title: text,
  note: text.nullable(),
  total: figureSchema,
  held: countFigureSchema,
  sum: moneyFigureSchema,
  maybe: figureSchema.nullable(),
  partnerships: z.array(z.strictObject({ name: text, value: figureSchema, tags: z.array(text) })),
  lead: z.strictObject({ role: text, state: z.enum(['well', 'ill']) }),
  year: z.number(),
  hasLast: z.boolean(),
  byKind: z.record(text, z.strictObject({ label: text })),
  narrative: z.strictObject({ purpose: text }),
})

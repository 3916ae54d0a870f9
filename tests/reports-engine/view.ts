import * as z from 'zod'
import { countFigureSchema, moneyFigureSchema, type MoneyFigure } from '../../src/figures/figure.js'
import type { Place } from '../../src/model/place.js'

export const place = (file: string): Place => ({ file, path: ['name'], on: 'value' })

/** A figure of money, in pounds. */
export function pounds(atLeast: number, atMost = atLeast, more: Partial<MoneyFigure> = {}): MoneyFigure {
  const sources = [{ name: 'Riverside', at: place('partnerships/riverside.yaml') }]
  const end = (it: number) => ({ pence: it * 100, approximate: false })
  const rest = { unknown: 0, oneOff: 0, currency: 'GBP', how: 'summed', sources }
  return { figure: 'money', atLeast: end(atLeast), atMost: end(atMost), ...rest, ...more }
}

const text = z.string()

/** A view with a value of every kind. */
export const view = z.strictObject({
  title: text,
  note: text.nullable(),
  total: moneyFigureSchema,
  held: countFigureSchema,
  sum: moneyFigureSchema,
  maybe: moneyFigureSchema.nullable(),
  partnerships: z.array(z.strictObject({ name: text, value: moneyFigureSchema, tags: z.array(text) })),
  lead: z.strictObject({ role: text, state: z.enum(['well', 'ill']) }),
  year: z.number(),
  hasLast: z.boolean(),
  byKind: z.record(text, z.strictObject({ label: text })),
  narrative: z.strictObject({ purpose: text }),
})

import * as z from 'zod'
import type { Place } from '../model/place.js'

/** A partnership (or other entry) that a figure was made from. */
export interface FigureSource {
  readonly name: string
  readonly at: Place
}

interface Traced {
  /** How it was made, in words. */
  readonly how: string
  readonly sources: readonly FigureSource[]
}

/** How many entries there are. */
export interface CountFigure extends Traced {
  readonly figure: 'count'
  readonly count: number
}

/** One end of an interval. */
export interface End {
  readonly pence: number
  /** Is it only about so much? */
  readonly approximate: boolean
  /** Was it, or a sum in it, worked out by a division? Then it is printed as exact as three figures are. */
  readonly divided?: true | undefined
}

export const NOTHING: End = { pence: 0, approximate: false }

/** Two ends of intervals added up, to the penny; the sum is as inexact as they are. */
export const added = (a: End, b: End): End => ({
  pence: a.pence + b.pence,
  approximate: a.approximate || b.approximate,
  ...((a.divided ?? b.divided) && { divided: true }),
})

/** Money as an interval, with what is not in it. */
export interface MoneyFigure extends Traced {
  readonly figure: 'money'
  readonly atLeast: End
  /** Null when there is no upper end. */
  readonly atMost: End | null
  /** How many partnerships have no value to add. */
  readonly unknown: number
  /** How many have a one-off sum, which is no yearly value and was left out. */
  readonly oneOff: number
  /** Names of those whose sum is in another currency, which was left out. */
  readonly otherCurrency?: readonly string[] | undefined
  readonly currency: string
}

/** A part of a whole as an interval; thousandths of a per cent, as shares are stored: 100,000 is all of it. */
export interface PercentFigure extends Traced {
  readonly figure: 'percent'
  readonly atLeast: number
  readonly atMost: number
  /** Was a sum behind it only about so much? */
  readonly approximate: boolean
}

/** A number that a paper prints, with how it was made and from what. */
export type Figure = CountFigure | MoneyFigure | PercentFigure

const place = z.strictObject({
  file: z.string(),
  path: z.array(z.union([z.string(), z.int()])),
  on: z.enum(['value', 'key']),
  within: z.strictObject({ start: z.int(), end: z.int() }).optional(),
})
const traced = { how: z.string(), sources: z.array(z.strictObject({ name: z.string(), at: place })) }
const end = z.strictObject({ pence: z.int(), approximate: z.boolean(), divided: z.literal(true).optional() })

/** The schema of a count in a view model; the template check knows it by identity. */
export const countFigureSchema: z.ZodType<CountFigure> = z
  .strictObject({ figure: z.literal('count'), count: z.int(), ...traced })
  .meta({ id: 'count', description: 'a count; print it with {{count …}}' })

/** The schema of money in a view model; the template check knows it by identity. */
export const moneyFigureSchema: z.ZodType<MoneyFigure> = z
  .strictObject({
    figure: z.literal('money'),
    atLeast: end,
    atMost: end.nullable(),
    unknown: z.int(),
    oneOff: z.int(),
    otherCurrency: z.array(z.string()).readonly().optional(),
    currency: z.string(),
    ...traced,
  })
  .meta({ id: 'money', description: 'money, in pence; print it with {{money …}}' })

/** The schema of a per cent in a view model; the template check knows it by identity. */
export const percentFigureSchema: z.ZodType<PercentFigure> = z
  .strictObject({
    figure: z.literal('percent'),
    atLeast: z.number(),
    atMost: z.number(),
    approximate: z.boolean(),
    ...traced,
  })
  .meta({ id: 'percent', description: 'thousandths of a per cent; print it with {{percent …}}' })

/** Makes a function that counts entries, or those of them that meet a condition. */
export const counter =
  <Entry>(sourceOf: (it: Entry) => FigureSource) =>
  <It extends Entry>(how: string, entries: readonly It[], holds: (it: It) => boolean = () => true): CountFigure =>
    countFigure(how, entries.filter(holds).map(sourceOf))

/** A count of entries, which always carries what was counted. */
export function countFigure(how: string, sources: readonly FigureSource[]): CountFigure {
  return { figure: 'count', count: sources.length, how, sources }
}

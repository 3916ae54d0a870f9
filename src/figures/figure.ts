import * as z from 'zod'
import type { Place } from '../model/place.js'

/** A partnership (or other entry) that a figure was made from. */
export interface FigureSource {
  readonly name: string
  readonly at: Place
}

/** A number that a paper prints, with how it was made and from what. Money is an interval where the register knows no better. */
export interface Figure {
  readonly figure: 'count' | 'money'
  /** Count, or pence at least. */
  readonly atLeast: number
  /** Pence at most; undefined when there is no upper end. */
  readonly atMost: number | undefined
  readonly approximate: boolean
  /** How many partnerships have no value to add. */
  readonly unknown: number
  readonly currency: string
  /** How it was made, in words. */
  readonly how: string
  readonly sources: readonly FigureSource[]
}

/** The schema of a figure in a view model; the template check knows it by identity. */
export const figureSchema = z
  .custom<Figure>((value) => typeof value === 'object' && value !== null && 'figure' in value)
  .describe('a figure; print it with {{count …}} or {{money …}}')

/** A figure that can only be a count, for a view model that wants `{{money …}}` of it refused. */
export const countFigureSchema = figureOf('count')
/** A figure that can only be money, for a view model that wants `{{count …}}` of it refused. */
export const moneyFigureSchema = figureOf('money')

function figureOf(unit: Figure['figure']) {
  return z
    .custom<Figure>((value) => (value as Figure | null)?.figure === unit)
    .describe(`a figure; print it with {{${unit} …}}`)
}

/** A count of entries. */
export function countFigure(how: string, sources: readonly FigureSource[]): Figure {
  return {
    figure: 'count',
    atLeast: sources.length,
    atMost: sources.length,
    approximate: false,
    unknown: 0,
    currency: '',
    how,
    sources,
  }
}

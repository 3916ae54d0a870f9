import type { End, MoneyFigure } from './figure.js'

/** All of it, in thousandths of a per cent, as shares are stored. */
export const WHOLE = 100_000

/** A share of a sum, end by end, to the penny. @param share thousandths of a per cent */
export function shareOf(figure: MoneyFigure, share: number): MoneyFigure {
  const scaled = (end: End): End => ({ ...end, pence: Math.round((end.pence * share) / WHOLE), divided: true })
  return { ...figure, atLeast: scaled(figure.atLeast), atMost: figure.atMost && scaled(figure.atMost) }
}

/** `60%`, `12.5%`. @param share thousandths of a per cent */
export const formatShare = (share: number): string => `${share / 1000}%`

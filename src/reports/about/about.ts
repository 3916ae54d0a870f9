import { countFigure, type CountFigure } from '../../figures/figure.js'
import type { Partnership } from '../../model/partnership.js'
import { at, type At, type Place } from '../../model/place.js'
import { withAncestors, runningPartnerships } from '../../model/hierarchy.js'
import type { PaperInput } from '../paper.js'

/** The input for what papers say about a partnership. */
export interface About extends PaperInput {
  readonly partnership: Partnership
  /** The partnership that it is a part of. */
  readonly whole: Partnership | undefined
  /** What is a part of it and has not ended. */
  readonly parts: readonly Partnership[]
  readonly currency: string
  /** Rows that a list may have. */
  readonly most: number
  /** `file:line` of a place; null where places are not shown. */
  readonly where: (at: At | undefined) => string | null
}

/** @param most rows that a list may have; what is left out is counted */
export function aboutOf(input: PaperInput, partnership: Partnership, most = Infinity): About {
  const { register, say } = input
  return {
    ...input,
    partnership,
    whole: withAncestors(register, partnership)[1],
    parts: runningPartnerships(register).partsOf(partnership),
    currency: register.settings.currency ?? 'GBP',
    most,
    where: (at) => (say === undefined || at === undefined ? null : say(at)),
  }
}

/** Where its entry is, with the line that names it. */
export const entryOf = ({ say, partnership }: Pick<About, 'say' | 'partnership'>) =>
  say?.(at(partnership, 'name')) ?? partnership.file

/** The first of some rows, and how many are left out. */
export function shortened<T>(
  rows: readonly T[],
  most: number,
  what: string,
  source: (it: T) => { readonly name: string; readonly at: Place },
): { readonly list: T[]; readonly more: CountFigure } {
  // a single further row takes no more room than the sentence that counts it
  const kept = rows.length === most + 1 ? rows.length : most
  return {
    list: rows.slice(0, kept),
    more: countFigure(`${what} that are left out here`, rows.slice(kept).map(source)),
  }
}

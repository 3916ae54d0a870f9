import { formatMoney, parseMoney } from '../../model/money.js'
import type { Partnership } from '../../model/partnership.js'
import { capital } from '../../model/words.js'
import { section } from '../define-paper.js'
import { countPartnerships } from '../phrases.js'
import { count, each, flag, group, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  /**
   * The partnerships by what they are worth and by what they contribute, as the categorisation of 2019 has it; those of
   * which one of the two is not known are not placed.
   */
  grid: group({
    headings: group(each(text, 'small', 'medium', 'large')),
    rows: rows({ importance: text, ...each(texts, 'small', 'medium', 'large') }),
    isEmpty: flag,
    unplaced: count,
    ofImportance: count,
    ofValue: count,
    /** Those of which the value is known. */
    valued: count,
  }),
}

/** From this value on a partnership is no longer small, whatever the threshold of large ones: the second band of the released policies. */
const NEVER_SMALL = parseMoney('100k')!

/**
 * Where the middle band begins: a tenth of the threshold of large ones, as £100,000 is of the £1m of 2019, so that the
 * bands of a smaller body are in the same proportion and always in order; at most £100,000, as a band of policy has it.
 */
const mediumOf = ({ threshold }: Scope): number => Math.min(NEVER_SMALL, Math.round(threshold / 10))

const LEVELS = ['high', 'medium', 'low'] as const

/** Value by importance, three by three, with names. */
export const valueGrid = section(shape, (scope: Scope) => {
  const { top, threshold, currency } = scope
  const medium = mediumOf(scope)
  const placed = top.flatMap((it) => placeOf(scope, it) ?? [])
  const without = (what: string, isMeant: (it: Partnership) => boolean) =>
    countPartnerships(`partnerships that are not in the grid: ${what}`, top, isMeant)
  const namesIn = (level: string, size: Size) =>
    placed.filter((it) => it.level === level && it.size === size).map((it) => it.name)
  return {
    grid: {
      headings: {
        small: `Below ${formatMoney(medium, currency)} a year`,
        medium: `${formatMoney(medium, currency)} to ${formatMoney(threshold, currency)}`,
        large: `${formatMoney(threshold, currency)} or more`,
      },
      rows: LEVELS.map((level) => ({
        importance: capital(level),
        small: namesIn(level, 'small'),
        medium: namesIn(level, 'medium'),
        large: namesIn(level, 'large'),
      })),
      isEmpty: placed.length === 0,
      unplaced: without('value or importance is not known', (it) => placeOf(scope, it) === undefined),
      ofImportance: without('importance is not known', (it) => importanceOf(scope, it) === undefined),
      valued: countPartnerships(
        'partnerships whose value is known',
        top.filter((it) => valueOf(scope, it) !== undefined),
      ),
      ofValue: without('value is not known', (it) => valueOf(scope, it) === undefined),
    },
  }
})

type Size = 'small' | 'medium' | 'large'

function placeOf(scope: Scope, partnership: Partnership) {
  const [level, value] = [importanceOf(scope, partnership), valueOf(scope, partnership)]
  if (level === undefined || value === undefined) return undefined
  const size: Size = value >= scope.threshold ? 'large' : value >= mediumOf(scope) ? 'medium' : 'small'
  return { name: partnership.name, level, size }
}

const importanceOf = ({ policy }: Scope, it: Partnership) => policy.facts(it).importance?.[0]
const valueOf = ({ policy }: Scope, it: Partnership) => {
  const [value] = policy.facts(it)['annual-value'] ?? []
  return typeof value === 'number' ? value : undefined
}

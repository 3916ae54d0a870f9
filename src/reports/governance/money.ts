import type { MoneyFigure, PercentFigure } from '../../figures/figure.js'
import { formatShare, shareOf } from '../../figures/shares.js'
import { describeDirection } from '../../figures/totals.js'
import { amountFigure } from '../../figures/yearly.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { PER } from '../../model/money.js'
import type { About } from '../about/about.js'
import { section } from '../define-paper.js'
import { partnerName } from '../phrases.js'
import { amountsOf } from '../rows/sums.js'
import { each, flag, group, maybe, money as figure, percent, rows, text, texts } from '../view-parts.js'

const shares = {
  contributions: rows({ name: text, share: maybe, part: figure.nullable(), pays: figure.nullable() }),
  shareSum: percent.nullable(),
  paysSum: figure.nullable(),
}

/** What it is worth, who pays which part of it, and what other money there is. */
export const money = section(
  {
    /** Is anything known about money? */
    hasMoney: flag,
    value: group({
      title: maybe,
      sum: figure,
      ...each(maybe, 'per', 'direction', 'stated'),
      ours: figure.nullable(),
      doubts: texts,
    }).nullable(),
    sharesBy: maybe,
    ...shares,
    amounts: rows({ title: text, sum: figure, per: maybe, isEach: flag, from: maybe, for: maybe, stated: maybe }),
    liabilities: maybe,
  },
  (about: About) => {
    const { register, partnership } = about
    const { liabilities, amounts, value, 'shares-by': sharesBy, unknown } = partnership
    const figureOf = (sum: Parameters<typeof amountFigure>[0], what: string, ...path: (string | number)[]) =>
      amountFigure(sum, register, sourceAt(partnership, what, ...path))
    const sum = value && figureOf(value, 'value', 'value')
    const contributions = contributionsOf(about, sum)
    return {
      hasMoney:
        [sum, sharesBy, liabilities].some((it) => it !== undefined) ||
        contributions.contributions.length + amounts.length > 0,
      value: value &&
        sum && {
          title: value.title,
          sum,
          per: value.per && PER[value.per],
          direction: value.direction && describeDirection(value.direction),
          stated: value.stated,
          doubts: doubtedPaths(partnership).flatMap((path) => unknown[path] ?? []),
          ours: value.ours === undefined ? null : figureOf({ amount: value.ours }, 'our share', 'value', 'ours'),
        },
      sharesBy,
      ...contributions,
      amounts: amountsOf(register, partnership).map(({ each, ...it }) => ({ ...it, isEach: each })),
      liabilities,
    }
  },
)

const sourceAt = (partnership: Partnership, what: string, ...path: (string | number)[]) => ({
  name: `${partnership.name}: ${what}`,
  at: at(partnership, ...path),
})

/** Paths under `unknown` that cast doubt on a value that is stated; the paper shows them with it. */
export const doubtedPaths = ({ value }: Partnership): string[] =>
  value === undefined
    ? []
    : [
        'value',
        ...(['per', 'ours', 'direction'] as const).filter((it) => value[it] !== undefined).map((it) => `value.${it}`),
      ]

/** A row for each partner, where the share or payment of any is known; their sums, and what each share comes to. */
function contributionsOf({ register, partnership }: About, sum: MoneyFigure | undefined) {
  const partners = partnership.partners.map((partner, index) => ({ ...partner, index }))
  const sharing = partners.filter((it) => it.share !== undefined)
  const paying = partners.filter((it) => it.pays !== undefined)
  if (sharing.length + paying.length === 0) return { contributions: [] }
  const sources = (all: typeof partners, key: string) =>
    all.map((it) => sourceAt(partnership, partnerName(register, it), 'partners', it.index, key))
  const pays = (all: typeof partners): MoneyFigure => ({
    ...amountFigure({ amount: all.reduce((paid, it) => paid + (it.pays ?? 0), 0) }, register, {
      name: partnership.name,
      at: at(partnership, 'partners'),
    }),
    how: 'what partners pay a year, added up',
    unknown: partners.length - paying.length,
    sources: sources(all, 'pays'),
  })
  const total = sharing.reduce((all, it) => all + it.share!, 0)
  const shareSum: PercentFigure = {
    figure: 'percent',
    atLeast: total,
    atMost: total,
    approximate: false,
    how: 'the shares of the partners, added up',
    sources: sources(sharing, 'share'),
  }
  return {
    contributions: partners.map((it) => ({
      name: partnerName(register, it),
      share: it.share === undefined ? null : formatShare(it.share),
      part: it.share === undefined || sum === undefined ? null : shareOf(sum, it.share),
      pays: it.pays === undefined ? null : { ...pays([it]), how: 'what it pays a year', unknown: 0 },
    })),
    shareSum: sharing.length === 0 ? null : shareSum,
    paysSum: paying.length === 0 ? null : pays(paying),
  }
}

import type { MoneyFigure } from '../../figures/figure.js'
import { formatShare, shareOf } from '../../figures/shares.js'
import { amountFigure } from '../../figures/yearly.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import type { Register } from '../../model/register.js'
import { PER } from '../../model/money.js'
import { nameOf, partnerName } from '../phrases.js'
import type { Part } from './view.js'

type Keys = 'hasMoney' | 'value' | 'sharesBy' | 'contributions' | 'shareSum' | 'paysSum' | 'amounts' | 'liabilities'

/** What it is worth, who pays which part of it, and what other money there is. */
export function moneyOf(register: Register, partnership: Partnership): Part<Keys> {
  const sum = valueFigure(register, partnership)
  const contributions = contributionsOf(register, partnership, sum)
  const { liabilities, amounts } = partnership
  return {
    hasMoney:
      [sum, partnership['shares-by'], liabilities].some((it) => it !== undefined) ||
      contributions.contributions.length + amounts.length > 0,
    value: valueOf(register, partnership, sum),
    sharesBy: partnership['shares-by'] ?? null,
    ...contributions,
    amounts: amounts.map((it, index) => ({
      title: it.title,
      sum: amountFigure(it, register, sourceAt(partnership, it.title, 'amounts', index)),
      per: it.per === undefined ? null : PER[it.per],
      isEach: it.each ?? false,
      from: it.from === undefined ? null : nameOf(register, it.from),
      for: it.for ?? null,
      stated: it.stated ?? null,
    })),
    liabilities: liabilities ?? null,
  }
}

const sourceAt = (partnership: Partnership, what: string, ...path: (string | number)[]) => ({
  name: `${partnership.name}: ${what}`,
  at: at(partnership, ...path),
})

const valueFigure = (register: Register, partnership: Partnership): MoneyFigure | undefined =>
  partnership.value && amountFigure(partnership.value, register, sourceAt(partnership, 'value', 'value'))

/** Paths under `unknown` that cast doubt on a value that is stated; the paper tells them beside it. */
export const doubtedPaths = ({ value }: Partnership): string[] =>
  value === undefined
    ? []
    : [
        'value',
        ...(['per', 'ours', 'direction'] as const).filter((it) => value[it] !== undefined).map((it) => `value.${it}`),
      ]

const DIRECTIONS = { income: 'money in', spend: 'money out', pooled: 'pooled in one fund' } as const

function valueOf(register: Register, partnership: Partnership, sum: MoneyFigure | undefined): Part<'value'>['value'] {
  const { value } = partnership
  if (value === undefined || sum === undefined) return null
  const ours = value.ours === undefined ? null : { amount: value.ours }
  return {
    title: value.title ?? null,
    sum,
    per: value.per === undefined ? null : PER[value.per],
    direction: value.direction === undefined ? null : DIRECTIONS[value.direction],
    stated: value.stated ?? null,
    doubts: doubtedPaths(partnership).flatMap((path) => partnership.unknown[path] ?? []),
    ours: ours && amountFigure(ours, register, sourceAt(partnership, 'our share', 'value', 'ours')),
  }
}

/** A row for each partner as soon as a share or payment of one is known; their sums, and what a share comes to. */
function contributionsOf(
  register: Register,
  partnership: Partnership,
  sum: MoneyFigure | undefined,
): Part<'contributions' | 'shareSum' | 'paysSum'> {
  const partners = partnership.partners.map((partner, index) => ({ ...partner, index }))
  const sharing = partners.filter((it) => it.share !== undefined)
  const paying = partners.filter((it) => it.pays !== undefined)
  if (sharing.length + paying.length === 0) return { contributions: [], shareSum: null, paysSum: null }
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
  const shares = sharing.reduce((all, it) => all + it.share!, 0)
  return {
    contributions: partners.map((it) => ({
      name: partnerName(register, it),
      share: it.share === undefined ? null : formatShare(it.share),
      part: it.share === undefined || sum === undefined ? null : shareOf(sum, it.share),
      pays: it.pays === undefined ? null : { ...pays([it]), how: 'what it pays a year', unknown: 0 },
    })),
    shareSum:
      sharing.length === 0
        ? null
        : {
            figure: 'percent',
            atLeast: shares,
            atMost: shares,
            approximate: false,
            how: 'the shares of the partners, added up',
            sources: sources(sharing, 'share'),
          },
    paysSum: paying.length === 0 ? null : pays(paying),
  }
}

import { counter, type FigureSource } from '../../figures/figure.js'
import { benefitState, BENEFIT_WORDS, isShort, type Benefit, type BenefitState } from '../../model/benefit.js'
import type { Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { maybe, rows, text } from '../view-parts.js'
import { rowFrom } from './row-from.js'

/** A benefit of a partnership, and its state. */
interface BenefitEntry {
  readonly partnership: Partnership
  readonly benefit: Benefit
  readonly state: BenefitState
  readonly source: FigureSource
}

const shape = { title: text, target: maybe, due: maybe, actual: maybe, stands: text, owner: maybe }
export const benefitView = rows(shape)
export const namedBenefitView = rows({ name: text, ...shape })

export const benefitsOf = (partnership: Partnership, asOf: Day): BenefitEntry[] =>
  partnership.benefits.map((benefit, index) => ({
    partnership,
    benefit,
    state: benefitState(benefit, asOf),
    source: { name: `${partnership.name}: ${benefit.title}`, at: at(partnership, 'benefits', index) },
  }))

export const countBenefits = counter<BenefitEntry>((it) => it.source)

/** Has it a date or a result? Other benefits are in the paper on governance only. */
export const canBeJudged = ({ benefit: { due, actual, outcome } }: BenefitEntry) =>
  due !== undefined || actual !== undefined || outcome !== undefined

export const isShortOf = ({ state }: BenefitEntry) => isShort(state)

export const benefitRow = ({ benefit, state }: BenefitEntry) => ({
  ...rowFrom(benefit, 'title', 'target', 'due', 'actual', 'owner'),
  stands: BENEFIT_WORDS[state],
})

import * as z from 'zod'
import { addDays } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { wordsOf } from '../../model/source-words.js'
import { runningPartnerships } from '../../model/hierarchy.js'
import { annualValue } from '../../policy/facts.js'
import { section, type StatedShape } from '../define-paper.js'
import { latestFirst } from '../rows/latest-first.js'
import { lookRows, lookShape, measureRows, measureShape } from '../rows/progress.js'
import { by } from '../../model/order.js'
import { formatOptionalDay } from '../phrases.js'
import { maybe, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'
import { isCovered } from './covered.js'

const shape = {
  headlines: rows({
    name: text,
    position: maybe,
    lines: rows({ text, tone: z.enum(['good', 'neutral', 'concern']) }),
    measures: rows(measureShape),
    planned: rows(lookShape),
  }),
  /** Partnerships without news, figures or plans. */
  silent: texts,
}
type Block = StatedShape<typeof shape>['headlines'][number]

/** News, activity and plans by partnership, the largest first; parts follow their whole. */
export const headlineBlocks = section(shape, (scope: Scope) => {
  const { register, wholes } = scope
  const size = (it: Partnership) => annualValue(register, it) ?? 0
  const inOrder = wholes
    .toSorted((a, b) => size(b) - size(a) || by<Partnership>((it) => it.name)(a, b))
    .flatMap((it) => [it, ...runningPartnerships(register).partsOf(it)])
  const blocks = inOrder.map((it) => blockOf(scope, it))
  const isSilent = ({ position, lines, measures, planned }: Block) =>
    position === undefined && lines.length + measures.length + planned.length === 0
  return {
    headlines: blocks.filter((it) => !isSilent(it)),
    silent: blocks.filter(isSilent).map((it) => it.name),
  }
})

/** The news of a partnership since the last paper, the latest first; what is older was in that. */
export function newsOf({ update, asOf }: Scope, { headlines }: Partnership): Block['lines'] {
  const from = update?.period?.first ?? (update?.previous && addDays(update.previous.last, 1)) ?? ''
  return latestFirst(headlines)
    .filter(({ date }) => date.last >= from && date.first <= asOf)
    .map((it) => ({ text: wordsOf(it, 'text')!, tone: it.tone ?? 'neutral' }))
}

function blockOf(scope: Scope, partnership: Partnership): Block {
  const { name } = partnership
  const lines = newsOf(scope, partnership)
  return {
    name,
    // how things stand is in the news, where there is any
    position: lines.length === 0 ? wordsOf(partnership, 'position') : undefined,
    lines,
    measures: measureRows(partnership).filter(
      (it) => it.target !== undefined || !isCovered(lines, it.title, it.actual),
    ),
    planned: planned(scope, partnership, lines),
  }
}

/** Quality reviews, evaluations and milestones that are still to come, unless the news mentions them. */
function planned({ register }: Scope, partnership: Partnership, news: Block['lines']): Block['planned'] {
  const milestones = partnership.milestones
    .filter(
      (it) =>
        it.done === undefined && (it.due === undefined || !isCovered(news, it.title, formatOptionalDay(it.due) ?? '')),
    )
    .map((it) => ({ title: it.title, state: 'expected', when: formatOptionalDay(it.due) }))
  return [...lookRows(register, partnership), ...milestones]
}

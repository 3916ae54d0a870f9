import { addDays, type Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { runningOf } from '../../model/wholes.js'
import { annualValue } from '../../policy/facts.js'
import { lookRows, measureRows } from '../progress.js'
import { by } from '../../model/order.js'
import { said } from '../say.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

type Block = Section<'headlines'>['headlines'][number]

/** News, activity and plans by partnership, the largest first; parts follow their whole. */
export function headlineBlocks(scope: Scope): Section<'headlines' | 'silent'> {
  const { register, top, update, asOf } = scope
  const from = update?.period?.first ?? (update?.previous && addDays(update.previous.last, 1)) ?? ''
  const size = (it: Partnership) => annualValue(it) ?? 0
  const inOrder = top
    .toSorted((a, b) => size(b) - size(a) || by<Partnership>((it) => it.name)(a, b))
    .flatMap((it) => [it, ...runningOf(register).partsOf(it)])
  const blocks = inOrder.map((it) => blockOf(register, it, { from, to: asOf }))
  const isSilent = ({ position, lines, measures, planned }: Block) =>
    position === null && lines.length + measures.length + planned.length === 0
  return {
    headlines: blocks.filter((it) => !isSilent(it)),
    silent: blocks.filter(isSilent).map((it) => it.name),
  }
}

/** @param period what is older was in the last paper */
function blockOf(register: Register, partnership: Partnership, period: { from: Day; to: Day }): Block {
  const { name, headlines, position } = partnership
  const lines = headlines
    .filter(({ date }) => date.last >= period.from && date.first <= period.to)
    .sort((a, b) => by<typeof a>((it) => it.date.last)(b, a))
    .map(({ text, tone }) => ({ text, tone: tone ?? 'neutral' }))
  return {
    name,
    // how things stand is in the news, where there is any
    position: lines.length === 0 ? (position ?? null) : null,
    lines,
    measures: measureRows(partnership),
    planned: planned(register, partnership),
  }
}

/** Quality reviews, evaluations and milestones that are still to come: what is planned and what was found. */
function planned(register: Register, partnership: Partnership): Block['planned'] {
  const milestones = partnership.milestones
    .filter((it) => it.done === undefined)
    .map((it) => ({ title: it.title, state: 'expected', when: said(it.due), detail: null }))
  return [...lookRows(register, partnership), ...milestones]
}

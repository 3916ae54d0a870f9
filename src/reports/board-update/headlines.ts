import { sayInexactDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import type { BoardUpdateView } from './view.js'

type Block = BoardUpdateView['headlines'][number]

/** Headlines, activity and plans by partnership, the largest first; parts follow their whole. */
export function headlinesOf(register: Register, running: readonly Partnership[]): Block[] {
  const size = (it: Partnership) => it.value?.amount ?? 0
  const top = running
    .filter((it) => it.parent === undefined)
    .sort((a, b) => size(b) - size(a) || (a.name < b.name ? -1 : 1))
  const inOrder = top.flatMap((it) => [it, ...running.filter((part) => part.parent === it.id)])
  return inOrder
    .map((it) => blockOf(register, it))
    .filter((it) => it.lines.length + it.measures.length + it.planned.length > 0)
}

function blockOf(register: Register, partnership: Partnership): Block {
  return {
    name: partnership.name,
    aliases: partnership.aliases.slice(),
    lines: [...partnership.headlines]
      .sort((a, b) => (a.date.last > b.date.last ? -1 : a.date.last < b.date.last ? 1 : 0))
      .map((it) => ({ text: it.text, tone: it.tone ?? 'neutral' })),
    measures: partnership.measures
      .filter((it) => it.actual !== undefined)
      .map((it) => ({
        title: it.period === undefined ? it.title : `${it.title}, ${sayInexactDay(it.period)}`,
        actual: it.actual!,
      })),
    planned: plans(register, partnership),
  }
}

/** Evaluations, quality reviews and milestones: what is planned and what was found. */
function plans({ organisations, partnerships }: Register, partnership: Partnership): Block['planned'] {
  const names = (ids: readonly string[]) =>
    ids.map((id) => [...organisations, ...partnerships].find((it) => it.id === id)?.name ?? id)
  const evaluations = partnership.evaluations.map(({ title, by, state, due, finding }) => ({
    title,
    state: state ?? 'not stated',
    when: due === undefined ? null : `report due ${sayInexactDay(due)}`,
    detail:
      [by.length === 0 ? '' : `By ${names(by).join(', ')}.`, finding ?? ''].filter((it) => it !== '').join(' ') || null,
  }))
  const reviews = partnership['quality-reviews'].map(({ title, state, period, due, finding }) => ({
    title,
    state: state ?? 'not stated',
    when: period !== undefined ? sayInexactDay(period) : due === undefined ? null : sayInexactDay(due),
    detail: finding ?? null,
  }))
  const milestones = partnership.milestones
    .filter((it) => it.done === undefined)
    .map(({ title, due }) => ({
      title,
      state: 'expected',
      when: due === undefined ? null : sayInexactDay(due),
      detail: null,
    }))
  return [...reviews, ...evaluations, ...milestones]
}

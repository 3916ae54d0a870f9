import { WHOLE_REGISTER } from '../../duties/duty.js'
import { countFigure, type FigureSource } from '../../figures/figure.js'
import { allActions, isOpenAction, type Action } from '../../model/actions.js'
import { allRecommendations, isOpenRecommendation, type Recommendation } from '../../model/recommendations.js'
import { slug } from '../../model/id.js'
import { inWords } from '../../model/words.js'
import { newsOf } from './headlines.js'
import { section } from '../define-paper.js'
import { count, each, maybe, rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'
import { isCovered } from './covered.js'
import { rowFrom } from '../rows/row-from.js'

const step = { title: text, owner: maybe, due: maybe }
const shape = {
  lastSteps: rows({ title: text, state: text, text: maybe }),
  /** Open ones of partnerships, evaluations and audits; `from` is the audit or evaluation. */
  recommendations: rows({
    name: text,
    title: text,
    ...each(maybe, 'from', 'priority', 'response', 'action', 'owner', 'due'),
  }),
  recommendationsOpen: count,
  recommendationsHigh: count,
  recommendationsOverdue: count,
  /** Open actions, those with a day first; the news mentions none of them. */
  actions: rows({ name: text, ...step }),
  /** Those that have neither a role nor a day, mentioned or not. */
  vagueCount: count,
  nextSteps: rows(step),
  /** The day of them all, where it is one and no owner is recorded. */
  nextDue: maybe,
}

/** Progress on the last paper's next steps, actions under way, and the next steps of this paper. */
export const nextSteps = section(shape, (scope: Scope) => {
  const { update } = scope
  const open = openActions(scope)
  const next = (update?.['next-steps'] ?? []).map(stepRow)
  const vague = open.filter(({ action: { owner, due } }) => owner === undefined && due === undefined)
  return {
    lastSteps: lastSteps(scope),
    ...recommendationsIn(scope),
    actions: open
      .filter((it) => !it.isCovered || !vague.includes(it))
      .map(({ name, action }) => ({ name, ...stepRow(action) })),
    vagueCount: countFigure(
      'open actions with neither a role nor a day',
      vague.map((it) => it.source),
    ),
    nextSteps: next,
    nextDue: oneDay(next),
  }
})

/** Open recommendations, those of high priority first, and how many of them are late. */
function recommendationsIn({ register, running, update, asOf }: Scope) {
  const open = allRecommendations(register, update).filter(
    ({ recommendation, partnership: it }) =>
      isOpenRecommendation(recommendation) && (it === undefined || running.includes(it)),
  )
  const counted = (what: string, isMeant: (it: Recommendation) => boolean) =>
    countFigure(
      what,
      open
        .filter((it) => isMeant(it.recommendation))
        .map(({ recommendation, at }) => ({ name: recommendation.title, at })),
    )
  const order = ['high', 'medium', 'low', undefined]
  return {
    recommendations: open
      .toSorted((a, b) => order.indexOf(a.recommendation.priority) - order.indexOf(b.recommendation.priority))
      .map(({ recommendation, partnership, from }) => ({
        name: partnership?.name ?? WHOLE_REGISTER.name,
        ...rowFrom(recommendation, 'title', 'priority', 'response', 'action', 'owner', 'due'),
        from,
      })),
    recommendationsOpen: counted('recommendations that are open', () => true),
    recommendationsHigh: counted('open recommendations of high priority', (it) => it.priority === 'high'),
    recommendationsOverdue: counted(
      'open recommendations past their day',
      (it) => it.due !== undefined && it.due.last < asOf,
    ),
  }
}

/** Each next step of the last paper, with the answer to it, or that it is not answered. */
function lastSteps({ update, before }: Scope) {
  return (before?.['next-steps'] ?? []).map((step) => {
    const answer = update?.answers.find((it) => it.step === (step.id ?? slug(step.title)))
    const state = answer === undefined ? 'not answered' : inWords(answer.state)
    return { title: step.title, state, text: answer?.text }
  })
}

/** An action that is not done, with whose it is and whether the news mentions it. */
interface Open {
  readonly name: string
  readonly action: Action
  readonly isCovered: boolean
  readonly source: FigureSource
}

/** Of all partnerships, and of each that has not ended; what an evaluation or peer review left says so. */
function openActions(scope: Scope): Open[] {
  const { register, running } = scope
  return allActions(register)
    .filter(({ action, partnership: it }) => isOpenAction(action) && (it === undefined || running.includes(it)))
    .map(({ action, partnership, from, at }) => {
      const name = partnership?.name ?? WHOLE_REGISTER.name
      const title = from === undefined ? action.title : `${action.title} (from: ${from})`
      const news = partnership === undefined ? [] : newsOf(scope, partnership)
      const isKnown = isCovered(news, action.title, '')
      return { name, action: { ...action, title }, isCovered: isKnown, source: { name: `${name}: ${title}`, at } }
    })
}

/** The day that all have, and nothing else; undefined otherwise. */
function oneDay(steps: readonly ReturnType<typeof stepRow>[]): string | undefined {
  const days = new Set(steps.map((it) => it.due))
  return days.size === 1 && steps.every((it) => it.owner === undefined) ? steps[0]!.due : undefined
}

const stepRow = (it: Pick<Action, 'title' | 'owner' | 'due'>) => rowFrom(it, 'title', 'owner', 'due')

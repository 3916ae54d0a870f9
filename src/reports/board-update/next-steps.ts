import { allActions, isOpenAction, type Action } from '../../model/actions.js'
import { slug } from '../../model/id.js'
import { inWords, said } from '../say.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** What became of the last paper's promises, what is under way, and what is promised now. */
export function nextSteps(scope: Scope): Section<'hasLast' | 'lastSteps' | 'actions' | 'nextSteps'> {
  const { update, before } = scope
  return {
    hasLast: before !== undefined,
    lastSteps: lastSteps(scope),
    actions: openActions(scope),
    nextSteps: (update?.['next-steps'] ?? []).map(stepRow),
  }
}

/** Each promise of the last paper; one without an answer says so. */
function lastSteps({ update, before }: Scope): Section<'lastSteps'>['lastSteps'] {
  return (before?.['next-steps'] ?? []).map((step) => {
    const answer = update?.answers.find((it) => it.step === (step.id ?? slug(step.title)))
    const state = answer === undefined ? 'not answered' : inWords(answer.state)
    return { title: step.title, state, text: answer?.text ?? null }
  })
}

/** Of all partnerships, and of each that has not ended; what an evaluation or peer review left says so. */
function openActions({ register, running }: Scope): Section<'actions'>['actions'] {
  return allActions(register)
    .filter(({ action, partnership: it }) => isOpenAction(action) && (it === undefined || running.includes(it)))
    .map(({ action, partnership, from }) => {
      const row = stepRow(action)
      const title = from === undefined ? row.title : `${row.title} (from: ${from})`
      return { name: partnership?.name ?? 'All partnerships', ...row, title }
    })
}

const stepRow = ({ title, owner, due }: Pick<Action, 'title' | 'owner' | 'due'>) => ({
  title,
  owner: owner ?? null,
  due: said(due),
})

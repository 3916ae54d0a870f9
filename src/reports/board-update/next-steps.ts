import { slug } from '../../model/id.js'
import type { Partnership } from '../../model/partnership.js'
import { inWords, said } from '../say.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** What became of the last paper's promises, what is under way, and what is promised now. */
export function nextSteps(scope: Scope): Section<'hasLast' | 'lastSteps' | 'actions' | 'nextSteps'> {
  const { register, update, before, running } = scope
  return {
    hasLast: before !== undefined,
    lastSteps: lastSteps(scope),
    actions: [
      ...openActions('All partnerships', register.settings.actions),
      ...running.flatMap((it) => openActions(it.name, it.actions)),
    ],
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

const openActions = (name: string, actions: Partnership['actions']) =>
  actions.filter((it) => it.done === undefined).map((it) => ({ name, ...stepRow(it) }))

const stepRow = ({ title, owner, due }: Pick<Partnership['actions'][number], 'title' | 'owner' | 'due'>) => ({
  title,
  owner: owner ?? null,
  due: said(due),
})

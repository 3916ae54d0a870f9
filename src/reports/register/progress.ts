import type { Action } from '../../model/actions.js'
import { sayInexactDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { sayNames, inWords } from '../../model/words.js'
import { said } from '../say.js'
import { group, line, onDay, told } from './line.js'
import type { Scope } from './scope.js'
import type { Group, Line } from './view.js'

/** How a partnership is looked at, what it brings, what is to be done, and its news. */
export function progressGroups(scope: Scope, partnership: Partnership): Group[] {
  return [...lookedAt(scope, partnership), ...brings(partnership), ...toDo(partnership)]
}

function lookedAt(scope: Scope, partnership: Partnership): Group[] {
  const name = (id: string | undefined) => id && scope.named(id, partnership)
  return [
    ...group(
      'Reviews',
      partnership.reviews.map((it) => line(sayInexactDay(it.date), told('by', name(it.by)), it.outcome, it.note)),
    ),
    ...group(
      'Peer quality reviews',
      partnership['quality-reviews'].map((it) =>
        line(
          it.title,
          told('of', name(it.reviewed)),
          told('by', name(it.reviewer)),
          it.state && inWords(it.state),
          said(it.period),
          onDay('due', it.due),
          told('areas:', sayNames(it.areas)),
          it.grade && inWords(it.grade),
          it.finding,
          followUp(it.actions),
        ),
      ),
    ),
    ...group(
      'Evaluations',
      partnership.evaluations.map((it) =>
        line(
          it.title,
          told('by', sayNames(it.by.map((id) => scope.named(id, partnership)))),
          it.state && inWords(it.state),
          said(it.period),
          onDay('due', it.due),
          told('reports to', name(it['reports-to'])),
          it.grade,
          it.finding,
          followUp(it.actions),
        ),
      ),
    ),
  ]
}

function brings({ benefits, measures }: Partnership): Group[] {
  return [
    ...group(
      'Benefits',
      benefits.map((it) =>
        line(
          it.title,
          told('objective', it.objective === undefined ? null : String(it.objective)),
          told('for', it.for),
          told('measure:', it.measure),
          told('before:', it.baseline),
          told('target:', it.target),
          onDay('by', it.due),
          told('reached:', it.actual),
          it.outcome && inWords(it.outcome),
          told('owner:', it.owner),
          it.note,
        ),
      ),
    ),
    ...group(
      'Activity and performance',
      measures.map((it) => line(it.title, said(it.period), it.actual, told('target:', it.target), it.note)),
    ),
  ]
}

function toDo({ milestones, actions, recommendations, headlines, exceptions }: Partnership): Group[] {
  return [
    ...group(
      'Milestones',
      milestones.map((it) =>
        line(it.title, told('output:', it.output), onDay('due', it.due), onDay('reached', it.done), it.note),
      ),
    ),
    ...group('Actions', actions.map(actionLine)),
    ...group(
      'Recommendations',
      recommendations.map((it) => line(it.title, it.action, onDay('due', it.due), onDay('done', it.done))),
    ),
    ...group(
      'Headlines',
      headlines.map((it) => line(sayInexactDay(it.date), it.tone === 'concern' ? 'a concern' : null, it.text)),
    ),
    ...group(
      'Exceptions from what is asked',
      exceptions.map((it) => line(`Until ${said(it.until)}, by ${it.by}`, told('about', it.about), it.reason)),
    ),
  ]
}

/** An action, of a partnership or of the register. */
export const actionLine = (it: Action): Line =>
  line(it.title, told('owner:', it.owner), onDay('due', it.due), onDay('done', it.done), it.note)

/** Actions that an evaluation or review left. */
const followUp = (actions: readonly Action[]): string | null =>
  told(
    'actions:',
    actions
      .map(actionLine)
      .map(({ title, text }) => (text === null ? title : `${title} (${text})`))
      .join(', '),
  )

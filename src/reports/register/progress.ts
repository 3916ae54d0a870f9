import type { Action } from '../../model/actions.js'
import { formatInexactDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { formatNames, inWords } from '../../model/words.js'
import { formatOptionalDay } from '../phrases.js'
import { group, line, onDay, labelled } from './line.js'
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
      partnership.reviews.map((it) =>
        line(formatInexactDay(it.date), labelled('by', name(it.by)), it.outcome, it.note),
      ),
    ),
    ...group(
      'Peer quality reviews',
      partnership['quality-reviews'].map((it) =>
        line(
          it.title,
          labelled('of', name(it.reviewed)),
          labelled('by', name(it.reviewer)),
          it.state && inWords(it.state),
          formatOptionalDay(it.period),
          onDay('due', it.due),
          labelled('areas:', formatNames(it.areas)),
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
          labelled('by', formatNames(it.by.map((id) => scope.named(id, partnership)))),
          it.state && inWords(it.state),
          formatOptionalDay(it.period),
          onDay('due', it.due),
          labelled('reports to', name(it['reports-to'])),
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
          labelled('objective', it.objective === undefined ? null : String(it.objective)),
          labelled('for', it.for),
          labelled('measure:', it.measure),
          labelled('before:', it.baseline),
          labelled('target:', it.target),
          onDay('by', it.due),
          labelled('reached:', it.actual),
          it.outcome && inWords(it.outcome),
          labelled('owner:', it.owner),
          it.note,
        ),
      ),
    ),
    ...group(
      'Activity and performance',
      measures.map((it) =>
        line(it.title, formatOptionalDay(it.period), it.actual, labelled('target:', it.target), it.note),
      ),
    ),
  ]
}

function toDo({ milestones, actions, recommendations, headlines, exceptions }: Partnership): Group[] {
  return [
    ...group(
      'Milestones',
      milestones.map((it) =>
        line(it.title, labelled('output:', it.output), onDay('due', it.due), onDay('reached', it.done), it.note),
      ),
    ),
    ...group('Actions', actions.map(actionLine)),
    ...group(
      'Recommendations',
      recommendations.map((it) => line(it.title, it.action, onDay('due', it.due), onDay('done', it.done))),
    ),
    ...group(
      'Headlines',
      headlines.map((it) => line(formatInexactDay(it.date), it.tone === 'concern' ? 'a concern' : null, it.text)),
    ),
    ...group(
      'Exceptions from what is asked',
      exceptions.map((it) =>
        line(`Until ${formatOptionalDay(it.until)}, by ${it.by}`, labelled('about', it.about), it.reason),
      ),
    ),
  ]
}

/** An action, of a partnership or of the register. */
export const actionLine = (it: Action): Line =>
  line(it.title, labelled('owner:', it.owner), onDay('due', it.due), onDay('done', it.done), it.note)

/** Actions that an evaluation or review left. */
const followUp = (actions: readonly Action[]): string | null =>
  labelled(
    'actions:',
    actions
      .map(actionLine)
      .map(({ title, text }) => (text === null ? title : `${title} (${text})`))
      .join(', '),
  )

import { settingsSchema } from '../../model/settings.js'
import { formatNames, inWords } from '../../model/words.js'
import { countPartnerships, otherNames } from '../phrases.js'
import { unknownOf } from './gaps.js'
import { group, joined, line, onDay, labelled } from './line.js'
import { bodyLine } from './people.js'
import { actionLine } from './progress.js'
import type { Scope } from './scope.js'
import type { Group, Section } from './view.js'

/** What concerns the register as a whole: objectives, directorates, roles, bodies, standards, audits, actions, gaps. */
export function wholeRegister(scope: Scope): Section<'objectives' | 'directorates' | 'groups' | 'unknown' | 'sources'> {
  const { settings } = scope.register
  const wholes = scope.shown.filter((it) => it.whole === undefined).map((it) => it.partnership)
  return {
    objectives: settings.objectives.map(({ number, title, goals }) => ({
      number: String(number),
      title,
      goals: [...goals],
      partnerships: countPartnerships(`partnerships in this extract that serve objective ${number}`, wholes, (it) =>
        it.objectives.includes(number),
      ),
    })),
    directorates: settings.directorates.map(({ name, head, partnership, functions }) => ({
      name,
      head: joined(labelled('headed by', head), labelled('of', partnership && scope.named(partnership))),
      functions: [...functions],
    })),
    groups: [
      ...group(
        'Roles',
        settings.roles.map((it) =>
          line(
            it.title,
            labelled('also', formatNames(otherNames({ name: it.title, aliases: it.aliases }))),
            labelled('reports to', formatNames([it['reports-to']].flat())),
            it.note,
          ),
        ),
      ),
      ...group(
        'Boards and committees',
        settings.bodies.map((it) => bodyLine(scope, it)),
      ),
      ...standards(scope),
      ...audits(scope),
      ...group('Actions', settings.actions.map(actionLine)),
    ],
    unknown: unknownOf(settingsSchema, settings.unknown),
    sources: [...settings.sources],
  }
}

function standards({ register, named }: Scope): Group[] {
  return group(
    'Partnership standards',
    register.settings.standards.map((it) =>
      line(
        it.title ?? 'Partnership standard',
        labelled('version', it.version),
        it.status && inWords(it.status),
        labelled('with', formatNames(it['circulated-to'].map((id) => named(id)))),
        onDay('comments due', it['comments-due']),
        labelled(
          it.status === 'approved' || it.approved !== undefined ? 'signed off by' : 'to be signed off by',
          it['approved-by'] && named(it['approved-by']),
        ),
        onDay('approved', it.approved),
        it.note,
      ),
    ),
  )
}

function audits({ register, named }: Scope): Group[] {
  return group(
    'Audits',
    register.settings.audits.map((it) =>
      line(
        it.title,
        labelled('by', it.by && named(it.by)),
        it.state && inWords(it.state),
        labelled('looks at', formatNames(it.partnerships.map((id) => named(id)))),
        labelled('reports to', it['reports-to'] && named(it['reports-to'])),
        onDay('due', it.due),
        labelled('opinion:', it.opinion),
        it.note,
      ),
    ),
  )
}

import { settingsSchema } from '../../model/settings.js'
import { countPartnerships } from '../phrases.js'
import { section } from '../define-paper.js'
import { gapsByReason } from '../rows/gaps.js'
import { joined, lineGroups, statedFields } from '../rows/stated.js'
import { count, maybe, rows, text, texts } from '../view-parts.js'
import { unknownOf } from './gaps.js'
import type { Scope } from './scope.js'

/** Lists of register.yaml that are printed as the catalogue has them; the rest are settings. */
const LISTS = ['roles', 'bodies', 'standards', 'audits', 'actions']

const shape = {
  objectives: rows({ number: text, title: text, goals: texts, partnerships: count }),
  directorates: rows({ name: text, head: maybe, functions: texts }),
  /** Roles, boards and committees, standards, audits and actions that concern the register as a whole. */
  groups: lineGroups,
  unknown: gapsByReason,
  sources: texts,
}

/** What concerns the register as a whole: objectives, directorates, its lists, gaps. */
export const wholeRegister = section(shape, (scope: Scope) => {
  const { settings } = scope.register
  const wholes = scope.shown.filter((it) => it.whole === undefined).map((it) => it.partnership)
  return {
    objectives: settings.objectives.map(({ number, title, goals }) => ({
      number: String(number),
      title,
      goals,
      partnerships: countPartnerships(`partnerships in this extract that serve objective ${number}`, wholes, (it) =>
        it.objectives.includes(number),
      ),
    })),
    directorates: settings.directorates.map(({ name, head, partnership, functions }) => ({
      name,
      head: joined(head && `headed by ${head}`, partnership && `of ${scope.named(partnership)}`),
      functions,
    })),
    groups: statedFields(settingsSchema, settings, scope.reader(), []).flatMap(({ key, label, lines }) =>
      LISTS.includes(key) ? [{ heading: label, lines }] : [],
    ),
    unknown: unknownOf(settingsSchema, settings.unknown),
    sources: settings.sources,
  }
})

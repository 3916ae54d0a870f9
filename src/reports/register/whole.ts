import { settingsSchema } from '../../model/settings.js'
import { countPartnerships } from '../phrases.js'
import { joined, statedFields } from '../rows/stated.js'
import { unknownOf } from './gaps.js'
import type { Scope } from './scope.js'

/** Lists of register.yaml that are printed as the catalogue has them; the rest are settings of the tool. */
const LISTS = ['roles', 'bodies', 'standards', 'audits', 'actions']

/** What concerns the register as a whole: objectives, directorates, its lists, gaps. */
export function wholeRegister(scope: Scope) {
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
      head: joined(head && `headed by ${head}`, partnership && `of ${scope.named(partnership)}`),
      functions: [...functions],
    })),
    groups: statedFields(settingsSchema, settings, scope.reader(), []).flatMap(({ key, label, lines }) =>
      LISTS.includes(key) ? [{ heading: label, lines }] : [],
    ),
    unknown: unknownOf(settingsSchema, settings.unknown),
    sources: [...settings.sources],
  }
}

import { nearest } from '../../model/nearest.js'
import { at } from '../../model/place.js'
import { isLost } from '../references.js'
import { defineRule } from '../rule.js'

export const directorate = defineRule({
  code: 'reference/directorate',
  severity: 'error',
  summary: 'A directorate is named that register.yaml does not list.',
  source: 'Directorates are listed in register.yaml',
  why: 'The partnership would be missing from its directorate’s list.',
  mend: 'Use the id or name from register.yaml.',
  *check({ register }) {
    if (isLost(register, 'register', 'directorates')) return
    for (const partnership of register.partnerships) {
      const { directorate } = partnership
      if (
        directorate === undefined ||
        register.settings.directorates.some((it) => it.id === directorate || it.name === directorate)
      )
        continue
      const meant = nearest(
        directorate,
        register.settings.directorates.flatMap((it) => [it.id, it.name]),
      )
      yield {
        at: at(partnership, 'directorate'),
        message: `"${directorate}" is not a directorate of this register`,
        hint: meant === undefined ? 'add it under directorates in register.yaml' : `did you mean ${meant}?`,
      }
    }
  },
})

import { nearest } from '../../model/nearest.js'
import { isLost, roleReferences } from '../references.js'
import { defineRule } from '../rule.js'

export const role = defineRule({
  code: 'reference/role',
  severity: 'error',
  summary: 'A role is named that register.yaml does not list.',
  source: 'Roles, not people: register.yaml lists them with their aliases',
  why: 'A misspelt or renamed role gets no reminder, and its load is not counted.',
  mend: 'Use the title or an alias from register.yaml, or add the role there.',
  *check({ register }) {
    if (isLost(register, 'register', 'roles')) return
    const titles = register.settings.roles.flatMap((it) => [it.title, ...it.aliases])
    const known = new Set(titles)
    for (const { at, name } of roleReferences(register)) {
      if (known.has(name)) continue
      const meant = nearest(name, known)
      yield {
        at,
        key: name,
        message: `"${name}" is not a role of this register`,
        hint:
          meant === undefined
            ? 'add it under roles in register.yaml; write roles, not people’s names'
            : `did you mean ${meant}?`,
      }
    }
  },
})

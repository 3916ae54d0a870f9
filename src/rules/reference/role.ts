import { saysNotKnown } from '../../model/field-trouble.js'
import { writeFix } from '../../model/fix.js'
import { isSameWord, nearest } from '../../model/nearest.js'
import { at } from '../../model/place.js'
import type { Register } from '../../model/register.js'
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
    const bodies = [register.settings, ...register.partnerships].flatMap((it) => it.bodies.map(({ id }) => id))
    for (const { at, name } of [...roleReferences(register), ...superiors(register)]) {
      if (known.has(name) || (at.path.includes('reports-to') && bodies.includes(name))) continue
      const meant = nearest(name, known)
      yield {
        at,
        key: name,
        message: `"${name}" is not a role of this register`,
        hint: hintOf(name, meant),
        ...(meant !== undefined && !saysNotKnown(name) && { fix: writeFix(at.path, meant, isSameWord(meant, name)) }),
      }
    }
    for (const { at, name } of permitters(register)) {
      if (known.has(name) || isBody(name, register)) continue
      yield {
        at,
        key: name,
        severity: 'warning',
        message: `"${name}", who permits this, is neither a role nor a body of this register`,
        hint: hintOf(name, nearest(name, known)),
      }
    }
  },
})

function hintOf(name: string, meant: string | undefined): string {
  if (saysNotKnown(name)) return 'leave it out and list it under unknown: with the reason'
  return meant === undefined
    ? 'add it under roles in register.yaml; write roles, not people’s names'
    : `did you mean ${meant}?`
}

/** Who allowed what a rule would not: a role, or a board or committee, of which few are listed. */
function* permitters({ settings, partnerships, organisations }: Register) {
  for (const record of [settings, ...partnerships, ...organisations])
    for (const [index, { by: name }] of record.exceptions.entries())
      yield { at: at(record, 'exceptions', index, 'by'), name }
}

const isBody = (written: string, { settings, partnerships }: Register) =>
  /\b(?:board|committee|group)\b/i.test(written) ||
  [settings, ...partnerships].some(({ bodies }) => bodies.some(({ id, name }) => id === written || name === written))

/** Whom roles report to: roles, or bodies by their ids. */
const superiors = ({ settings }: Register) =>
  settings.roles.flatMap((it, index) =>
    it['reports-to'].map((name, position) => ({ at: at(settings, 'roles', index, 'reports-to', position), name })),
  )

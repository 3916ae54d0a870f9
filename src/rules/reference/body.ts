import { nearest } from '../../model/nearest.js'
import { at } from '../../model/place.js'
import type { Register } from '../../model/register.js'
import { isLost } from '../references.js'
import { defineRule } from '../rule.js'

export const body = defineRule({
  code: 'reference/body',
  severity: 'error',
  summary: 'A board or committee is named that is not described.',
  source: 'Bodies are listed in register.yaml or in the partnership',
  why: 'Who reports to whom cannot be drawn.',
  mend: 'Correct the id, or add the body.',
  *check({ register }) {
    if (isLost(register, 'register', 'bodies')) return
    for (const record of [...register.partnerships, register.settings]) {
      const known = new Set([...register.settings.bodies, ...record.bodies].map((it) => it.id))
      for (const { at, id } of namedBodies(record)) {
        if (known.has(id) || id === 'member-boards') continue
        const meant = nearest(id, known)
        yield {
          at,
          key: id,
          message: `"${id}" is not a body of this register`,
          hint: meant === undefined ? 'describe it under bodies' : `did you mean ${meant}?`,
        }
      }
    }
  },
})

function* namedBodies(record: Register['partnerships'][number] | Register['settings']) {
  for (const [index, body] of record.bodies.entries())
    for (const key of ['reports-to', 'supports'] as const)
      for (const [position, id] of body[key].entries()) yield { at: at(record, 'bodies', index, key, position), id }
}

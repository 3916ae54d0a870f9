import { at } from '../../model/place.js'
import { isLost } from '../references.js'
import { defineRule } from '../rule.js'

export const objective = defineRule({
  code: 'reference/objective',
  severity: 'error',
  summary: 'An objective is named that register.yaml does not list.',
  source: 'Objectives are numbered in register.yaml',
  why: 'The Board paper would show a bare number.',
  mend: 'Correct the number, or add the objective to register.yaml.',
  *check({ register }) {
    if (isLost(register, 'register', 'objectives')) return
    const known = new Set(register.settings.objectives.map((it) => it.number))
    for (const record of [...register.partnerships, ...register.updates]) {
      for (const [index, objective] of record.objectives.entries()) {
        if (!known.has(objective))
          yield {
            at: at(record, 'objectives', index),
            key: String(objective),
            message: `there is no objective ${objective} in register.yaml`,
            hint: known.size === 0 ? 'add objectives to register.yaml' : `objectives: ${[...known].join(', ')}`,
          }
      }
    }
  },
})

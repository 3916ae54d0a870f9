import { nearest } from '../../model/nearest.js'
import { idsOf, organisationReferences } from '../references.js'
import { defineRule } from '../rule.js'

export const organisation = defineRule({
  code: 'reference/organisation',
  severity: 'error',
  summary: 'A partner organisation is named that the register does not have.',
  source: 'Every reference must lead to a record',
  why: 'What runs through an organisation cannot be counted when its id leads nowhere.',
  mend: 'Correct the id, or add a file in organisations/.',
  *check({ register }) {
    const known = idsOf(register, 'organisation')
    for (const { at, id } of organisationReferences(register)) {
      if (known.has(id)) continue
      const meant = nearest(id, known)
      yield {
        at,
        key: id,
        message: `"${id}" is not an organisation of this register`,
        hint:
          meant === undefined
            ? `add organisations/${id}.yaml with its name and kind`
            : `did you mean ${meant} (organisations/${meant}.yaml)?`,
      }
    }
  },
})

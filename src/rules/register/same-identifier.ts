import { at } from '../../model/place.js'
import { tidyIdentifier, withoutPrefix } from '../identifiers.js'
import { defineRegisterRule } from '../rule.js'

export const sameIdentifier = defineRegisterRule({
  code: 'register/same-identifier',
  severity: 'error',
  summary: 'Two organisations have the same identifier.',
  source: 'A number of a public register belongs to one body',
  why: 'One body in two records is counted twice.',
  remedy: 'If they are one body, keep one file; otherwise correct the number.',
  *check({ register }) {
    const seen = new Map<string, (typeof register.organisations)[number]>()
    for (const organisation of register.organisations) {
      for (const [index, { scheme, id }] of organisation.identifiers.entries()) {
        const prefixed = withoutPrefix(id)
        const key = `${prefixed?.scheme ?? scheme} ${prefixed?.number ?? tidyIdentifier(scheme, id)}`
        const earlier = seen.get(key)
        if (earlier !== undefined && earlier !== organisation)
          yield {
            at: at(organisation, 'identifiers', index, 'id'),
            key,
            message: `${id} is also the number of ${earlier.name}`,
            related: [{ at: at(earlier, 'identifiers'), message: earlier.name }],
          }
        else seen.set(key, organisation)
      }
    }
  },
})

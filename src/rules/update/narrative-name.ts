import { capitalisedNames, namesOf } from '../narrative-names.js'
import { defineRule } from '../rule.js'

export const narrativeName = defineRule({
  code: 'update/narrative-name',
  severity: 'info',
  summary: 'A narrative names a partnership-like body that the register does not have.',
  source: 'Named once: cross-check narrative names with the register',
  why: 'The audit of 2019 sampled a partnership that appears nowhere else in its paper.',
  mend: 'Add it to the register, or use the name that the register has.',
  *check({ register }) {
    const known = new Set(namesOf(register))
    for (const { at, name } of capitalisedNames(register)) {
      if (!known.has(name.toLowerCase()))
        yield {
          at,
          key: name,
          message: `"${name}" is not the name of anything in this register`,
          hint: 'add it, or write the name or an alias that the register has',
        }
    }
  },
})

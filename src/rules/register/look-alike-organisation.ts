import { lookAlikes } from '../look-alikes.js'
import { defineRule } from '../rule.js'

export const lookAlikeOrganisation = defineRule({
  code: 'register/look-alike-organisation',
  severity: 'warning',
  summary: 'Two organisations have names that are nearly or quite the same.',
  source: 'One body, one record; other names are aliases',
  why: 'The same organisation under two spellings is counted twice.',
  remedy: 'Merge the two and keep the other name as an alias; or tell them apart by name.',
  check: ({ register }) => lookAlikes(register.organisations),
})

import { sameItems } from '../same-items.js'
import { defineRule } from '../rule.js'

export const sameItem = defineRule({
  code: 'register/same-item',
  severity: 'warning',
  summary: 'Two items of a list are known by the same words.',
  source: 'Items of a list are known by what the catalogue of fields says',
  why: 'A change of one cannot be told from a change of the other.',
  mend: 'Give each an id of its own, or take the double one out.',
  *check({ register }) {
    for (const { at, name, first } of sameItems(register))
      yield {
        at,
        key: name,
        message: `this item is known by "${name}", like an earlier one`,
        hint: 'give each an id of its own, or take the double one out',
        related: [{ at: first, message: 'the earlier one' }],
      }
  },
})

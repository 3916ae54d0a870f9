import { formatNames } from '../../model/words.js'
import { sameItems } from '../same-items.js'
import { defineRecordRule } from '../rule.js'

export const sameItem = defineRecordRule({
  code: 'register/same-item',
  severity: 'warning',
  summary: 'Two items of a list are known by the same words.',
  source: 'The catalogue of fields says what the items of a list are known by',
  why: 'A change to one cannot be told from a change to the other.',
  remedy:
    'Make them differ in what the list knows its items by (an id, a title, a day), combine them, or remove the duplicate.',
  records: ['partnership', 'organisation', 'update', 'register'],
  *check(record) {
    for (const { at, name, first, list, identity } of sameItems(record))
      yield {
        at,
        key: name,
        message: `this item is known by "${name}", like an earlier one`,
        hint: toTellApart(list, identity),
        related: [{ at: first, message: 'the earlier one' }],
      }
  },
})

/** What may differ between items of a list, and whether two of them can be one. */
function toTellApart(list: string, identity: readonly string[]): string {
  if (list === 'partners') return 'list each partner once, with all its roles: combine the two'
  if (list === 'documents')
    return 'give each a title of its own, mark the one that was replaced as status: superseded, or remove the duplicate'
  if (identity.includes('id')) return 'give each an id of its own, or remove the duplicate'
  return `items differ in ${formatNames(identity)}: correct one, or combine the two`
}

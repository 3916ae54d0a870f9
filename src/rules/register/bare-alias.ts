import { at } from '../../model/place.js'
import { defineRecordRule } from '../rule.js'

/** Words that mean another body in the next file. */
const BARE =
  /^(?:the\s+)?(?:trust|foundation trust|council|ccg|pct|icb|ics|sha|partnership|alliance|network|board|charity|university|provider|commissioner)$/i

export const bareAlias = defineRecordRule({
  code: 'register/bare-alias',
  severity: 'warning',
  summary: 'An alias is a bare word that means another body in the next file.',
  source: 'Aliases of registers: “the Trust” is also somebody else’s',
  why: 'A paper that says “the Trust” would be tied to whichever file happens to claim the word.',
  remedy: 'Remove the alias, or write the name in full.',
  records: ['organisation', 'partnership'],
  *check(record) {
    for (const [index, alias] of record.aliases.entries()) {
      if (!BARE.test(alias.trim())) continue
      yield {
        at: at(record, 'aliases', index),
        key: alias,
        message: `"${alias}" may mean any body of its kind`,
      }
    }
  },
})

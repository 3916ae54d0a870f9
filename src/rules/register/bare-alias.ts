import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

/** Words that mean another body in the next file. */
const BARE =
  /^(?:the\s+)?(?:trust|foundation trust|council|ccg|pct|icb|ics|sha|partnership|alliance|network|board|charity|university|provider|commissioner)$/i

export const bareAlias = defineRule({
  code: 'register/bare-alias',
  severity: 'warning',
  summary: 'An alias is a bare word that means another body in the next file.',
  source: 'Aliases of registers: “the Trust” is somebody else’s, too',
  why: 'A paper that says “the Trust” would be tied to whichever file happens to claim the word.',
  remedy: 'Take the alias out, or write it in full.',
  *check({ register }) {
    for (const record of [...register.organisations, ...register.partnerships]) {
      for (const [index, alias] of record.aliases.entries()) {
        if (!BARE.test(alias.trim())) continue
        yield {
          at: at(record, 'aliases', index),
          key: alias,
          message: `"${alias}" may mean any body of its kind`,
          hint: 'take it out, or write the name in full',
        }
      }
    }
  },
})

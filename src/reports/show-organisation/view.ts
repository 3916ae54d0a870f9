import * as z from 'zod'
import { count, maybe, money, rows, text, texts } from '../view-parts.js'

/** Everything that the template of an organisation’s page may name. */
export const showOrganisationView = z.strictObject({
  id: text,
  name: text,
  aliases: texts,
  summary: maybe,
  /** Is the register its own? */
  ours: z.boolean(),
  file: text,
  asOf: text,
  kind: text,
  status: text,
  /** What it became, and when. */
  mergedInto: maybe,
  mergedOn: maybe,
  members: texts,
  memberOf: texts,
  identifiers: rows({ scheme: text, number: text, primary: z.boolean() }),
  note: maybe,

  /** Those that have not ended, and that it takes part in; parts among them. */
  partnerships: count,
  list: rows({ name: text, id: text, partOf: maybe, roles: maybe, share: maybe, value: money.nullable(), tier: text }),
  /** Does anybody state its share of one? */
  hasShares: z.boolean(),
  ended: texts,
  /** What runs through them a year: each whole counts once, and in full. */
  totals: rows({ direction: text, total: money }),

  documents: z.strictObject({
    asked: rows({ title: text, state: text, evidence: maybe, for: texts, why: text, where: maybe }),
    perhaps: rows({ title: text, for: texts, why: text, where: maybe }),
    /** Held although nothing asks for them. */
    others: rows({ title: text, own: maybe, state: text, evidence: maybe, where: maybe }),
  }),
  /** `unacceptable` is said of the latest one only. */
  selfAssessments: rows({
    day: text,
    form: maybe,
    stands: text,
    result: maybe,
    unacceptable: texts,
    answers: rows({ question: text, answer: text }),
  }),
  exceptions: rows({ rule: text, about: maybe, reason: text, by: text, until: text, over: z.boolean() }),
  gaps: rows({ what: texts, why: text }),
})

export type ShowOrganisationView = z.output<typeof showOrganisationView>
export type Part<Key extends keyof ShowOrganisationView> = Pick<ShowOrganisationView, Key>

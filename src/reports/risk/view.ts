import * as z from 'zod'
import { count, maybe, rows, text, texts } from '../view-parts.js'

/** A risk as every list names it. */
const named = { number: text, title: text, name: text }
/** The letter of its band, and the score itself. */
const scored = { letter: maybe, score: text }
/** `answers` is who answers for what is done, and by when. */
const riskDetails = { cause: maybe, effect: maybe, mitigation: maybe, answers: maybe }
/** Which columns hold something. */
const columns = z.strictObject({ category: z.boolean(), mitigation: z.boolean(), answers: z.boolean() })

/** Everything that the template of the paper on risk may name. */
export const riskView = z.strictObject({
  title: text,
  organisation: text,
  asOf: text,

  /** Partnerships that have not ended, parts counted with their wholes, and those of them with an open risk. */
  partnerships: count,
  /** Those of them that are only proposed. */
  proposed: count,
  withRisks: count,
  open: count,
  scored: count,
  unscored: count,
  /** Mitigation that is late, and risks above their target. */
  overdue: count,
  /** Open risks that have a day for their mitigation, so that it can be told whether that is late. */
  dated: count,
  aboveTarget: count,
  accepted: count,
  /** Risks that are in no other figure. */
  closed: count,
  ofEnded: count,

  /** The gravest first. */
  bands: rows({ letter: text, name: text, scores: text, count }),
  /** The highest score that there can be. */
  highest: text,
  /** Rows by consequence, the gravest first, cells by likelihood. */
  matrix: z.strictObject({
    columns: texts,
    rows: rows({ name: text, cells: rows({ letter: maybe, count, numbers: texts }) }),
  }),
  scoredList: rows({
    ...named,
    ...scored,
    likelihood: text,
    consequence: text,
    ...riskDetails,
  }),
  scoredColumns: columns,
  categories: rows({
    title: text,
    count,
    unscored: count,
    highest: z.strictObject(scored).nullable(),
    /** Partnerships whose keepers say that they have no risk above 3 in it. */
    saidNone: count,
  }),
  /** Titles of the policy's categories. */
  categoryNames: texts,
  aboveTargetList: rows({ ...named, ...scored, target: text, due: maybe }),
  overdueList: rows({ ...named, mitigation: maybe, due: text, owner: maybe }),
  acceptedList: rows({ ...named, score: z.strictObject(scored).nullable(), by: maybe }),
  unscoredList: rows({ ...named, category: maybe, ...riskDetails }),
  unscoredColumns: columns,
  /** What is not stated of how many open risks. */
  gaps: rows({ what: text, count }),

  /** Partnerships, with their parts, without any risk in the register. */
  without: count,
  withoutNames: texts,
  /** What is written in words of the risks of those that have none in the register. */
  notes: rows({ name: text, text }),
  saidNone: rows({ name: text, category: text, why: text }),

  /** How the risk profiles stand that policy asks for; null where it asks for none. */
  profiles: z
    .strictObject({ title: text, asked: count, inForce: count, notSigned: count, expired: count, missing: count })
    .nullable(),

  provenance: text,
})

export type RiskView = z.output<typeof riskView>

/** What one section of the paper puts into the view. */
export type Section<Key extends keyof RiskView> = Pick<RiskView, Key>

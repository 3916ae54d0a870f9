import * as z from 'zod'
import { proposals } from '../proposals.js'
import { count, maybe, money, percent, rows, text, texts } from '../view-parts.js'

const load = {
  role: text,
  partnerships: count,
  named: texts,
  /** More than policy thinks possible? */
  isOver: z.boolean(),
  values: rows({ direction: text, value: money.nullable(), unrecorded: money.nullable(), left: maybe }),
}

/** Everything that the concentration paper's template may name. */
export const concentrationView = z.strictObject({
  organisation: text,
  asOf: text,
  /** Partnerships that are agreed and have not ended, without parts; organisations that take part in one of them. */
  partnerships: count,
  proposals,
  taking: count,

  /** Those in most partnerships first. */
  organisations: rows({
    name: text,
    kind: maybe,
    /** What was merged into it and is counted with it. */
    merged: texts,
    members: texts,
    /** Groups that take part and that it is a member of; they are not counted with it. */
    groups: texts,
    partnerships: count,
    named: texts,
    tiers: rows({ name: text, count }),
    roles: rows({ name: text, count }),
    withoutRole: count,
    care: count,
    careUnknown: count,
    data: count,
    dataUnknown: count,
  }),
  /** In how many partnerships at least one of the first one, three and five is. */
  most: rows({ words: text, names: texts, count }),
  /** How many of the others are in as many partnerships: to choose some of them would be chance. */
  equals: rows({ organisations: count, in: text }),

  /** Is any yearly value known? */
  hasMoney: z.boolean(),
  /** Money by the way that it goes. */
  money: rows({
    direction: text,
    partnerships: count,
    /** Is any of their yearly values known? */
    isKnown: z.boolean(),
    total: money,
    /** What a value is, where its keepers say so, and the largest sum a year that passes beside it. */
    meanings: rows({ name: text, title: maybe, beside: z.strictObject({ title: text, sum: money }).nullable() }),
    list: rows({
      name: text,
      /** The partnerships, where it is partners that are not named or not stated. */
      of: texts,
      /** As far as it is recorded how much runs through it; null where it is of none. */
      value: money.nullable(),
      /** The values of partnerships of which its share is not recorded: neither nothing nor all. */
      unrecorded: money.nullable(),
      /** What is in neither of them, where it is not told with the value. */
      left: maybe,
      share: percent.nullable(),
      counted: rows({ how: text, count }),
    }),
    /** Organisations of whose partnerships no value is known. */
    unknown: texts,
    largest: rows({
      words: text,
      names: texts,
      value: money.nullable(),
      unrecorded: money.nullable(),
      left: maybe,
      share: percent.nullable(),
    }),
  }),

  /** Is there a partnership that hangs on one, or whose partners are not all named? */
  hasSingles: z.boolean(),
  /** Partnerships with one organisation beside ours, and with none. */
  single: rows({ name: text, with: text }),
  alone: texts,
  unnamed: rows({ name: text, groups: texts }),
  onlyOnce: texts,
  inNone: texts,

  limit: maybe,
  leads: rows(load),
  withoutLead: count,
  sponsors: rows(load),
  withoutSponsor: count,
  provenance: text,
})

export type ConcentrationView = z.output<typeof concentrationView>
/** What one section of the paper puts into the view. */
export type Section<Key extends keyof ConcentrationView> = Pick<ConcentrationView, Key>

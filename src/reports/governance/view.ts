import * as z from 'zod'
import { count, maybe, money, percent, rows, text, texts } from '../view-parts.js'

/** Who reports to whom, as a list and as a diagram. */
const reporting = {
  /** Each under the one that it reports to; `path` holds the names above it. */
  lines: rows({ path: texts, name: text, detail: maybe, again: z.boolean() }),
  /** Those that report to one another in a circle. */
  circle: texts,
  supports: rows({ who: text, whom: text }),
  /** Those of which it is not stated whom they report to. */
  open: texts,
  /** The source of a diagram of the same; null where there is no line to draw. */
  diagram: maybe,
  hasBodies: z.boolean(),
  /** Those of which more is stated than name and kind; `plain` are the others. */
  plain: texts,
  bodies: rows({ name: text, kind: maybe, remit: maybe, chair: maybe, members: texts, meets: maybe, terms: maybe }),
  roles: rows({ title: text, reportsTo: texts, note: maybe }),
}

const block = z.strictObject({
  name: text,
  partOf: maybe,
  also: texts,
  summary: maybe,
  facts: rows({ what: text, words: text, doubt: maybe }),
  partners: texts,
  objectives: texts,
  goals: texts,
  scope: maybe,
  rationale: maybe,

  ...reporting,
  directorates: rows({ name: text, head: maybe, functions: texts }),
  /** What is doubtful about them. */
  directoratesDoubt: maybe,
  functions: rows({
    name: text,
    activities: texts,
    accountable: texts,
    /** Is there exactly one who is accountable? */
    isOne: z.boolean(),
    responsible: texts,
    delivers: texts,
  }),
  delegations: rows({ power: text, from: text, to: text, limit: maybe }),
  controls: maybe,
  documents: rows({ title: text, state: text, note: maybe }),
  interests: rows({ who: text, what: text, declared: maybe }),

  /** Is there anything to tell of money? */
  hasMoney: z.boolean(),
  value: z
    .strictObject({
      title: maybe,
      sum: money,
      per: maybe,
      direction: maybe,
      stated: maybe,
      ours: money.nullable(),
      doubts: texts,
    })
    .nullable(),
  sharesBy: maybe,
  contributions: rows({ name: text, share: maybe, part: money.nullable(), pays: money.nullable() }),
  shareSum: percent.nullable(),
  paysSum: money.nullable(),
  amounts: rows({
    title: text,
    sum: money,
    per: maybe,
    isEach: z.boolean(),
    from: maybe,
    for: maybe,
    stated: maybe,
  }),
  liabilities: maybe,

  /** Is of any benefit recorded what was reached? */
  hasReached: z.boolean(),
  measured: rows({
    title: text,
    note: maybe,
    for: maybe,
    measure: maybe,
    baseline: maybe,
    target: maybe,
    due: maybe,
    actual: maybe,
  }),
  /** Benefits without measure or target, by whom and what they are for. */
  unmeasured: rows({ heading: text, list: rows({ title: text, note: maybe }) }),
  measures: rows({ title: text, note: maybe, period: maybe, actual: maybe, target: maybe }),

  position: maybe,
  milestones: rows({ title: text, note: maybe, output: maybe, due: maybe, state: text }),
  hasRisks: z.boolean(),
  riskSummary: maybe,
  risks: rows({
    title: text,
    cause: maybe,
    effect: maybe,
    category: maybe,
    score: maybe,
    mitigation: maybe,
    owner: maybe,
    due: maybe,
  }),
  closedRisks: count,
  recommendations: rows({ title: text, action: maybe, due: maybe, done: maybe }),
  actions: rows({ title: text, note: maybe, owner: maybe, due: maybe }),
  exit: maybe,

  /** Of how many of the things above something is not stated. */
  gaps: rows({ what: text, count, of: count }),
  /** What the register says nothing of at all, beside what it says of none of them. */
  silent: texts,
  /** What its keeper wrote of gaps, one row for each reason. */
  unknowns: rows({ what: texts, why: text }),
})

/** Everything that the governance paper's template may name. */
export const governanceView = z.strictObject({
  organisation: text,
  asOf: text,
  /** Is the paper about one partnership, so that what concerns all is left out? */
  isAboutOne: z.boolean(),
  /** A line for each partnership that is told of, its parts with it. */
  overview: rows({
    name: text,
    bodies: count,
    open: count,
    functions: count,
    unanswered: count,
    delegations: count,
  }),
  /** Partnerships that have not ended, of which nothing of the kind is held. */
  without: texts,
  own: z.strictObject(reporting),
  /** What the register says of none of those that are told of; empty where that is one. */
  silentOfAll: texts,
  blocks: z.array(block),
  provenance: text,
})

export type GovernanceView = z.output<typeof governanceView>
export type Block = GovernanceView['blocks'][number]
/** What one section puts into the block of a partnership. */
export type Part<Key extends keyof Block> = Pick<Block, Key>

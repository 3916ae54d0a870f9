import * as z from 'zod'
import { count, maybe, money, rows, text, texts } from '../view-parts.js'

const step = { title: text, owner: maybe, due: maybe }

/** Everything that the board update’s template may name. */
export const boardUpdateView = z.strictObject({
  title: text,
  organisation: text,
  asOf: text,
  /** The time that it covers. */
  period: maybe,
  for: maybe,
  to: maybe,
  previous: maybe,
  next: maybe,
  recommendation: maybe,
  governanceRoute: maybe,
  statutoryResponsibilities: maybe,
  author: texts,
  leadExecutive: maybe,
  objectives: rows({ number: text, title: text, goals: texts, partnerships: count }),

  /** Top-level partnerships and their parts. */
  held: count,
  parts: count,
  known: maybe,
  knownSince: maybe,
  totals: rows({ direction: z.enum(['income', 'spend', 'pooled', 'not stated']), total: money }),
  threshold: text,
  over: z.strictObject({ count, list: rows({ name: text, value: money, doubts: maybe }) }),
  oneOff: count,
  gaps: rows({ what: text, count }),

  /** What changed since the day or revision that was asked for. */
  since: z
    .strictObject({
      said: text,
      /** False where no earlier state of the register is kept, and only dated entries tell. */
      hasHistory: z.boolean(),
      /** Records of the earlier state that could not be read. */
      incomplete: texts,
      kinds: rows({
        title: text,
        count,
        changes: rows({ name: text, text, course: z.enum(['better', 'worse']).nullable() }),
      }),
    })
    .nullable(),

  tiers: rows({ name: text, count }),
  documents: z.strictObject({
    sure: rows({
      title: text,
      asked: count,
      held: count,
      notSigned: count,
      expired: count,
      missing: count,
      perhaps: count,
    }),
    perhaps: rows({ title: text, count }),
  }),
  standards: rows({
    title: text,
    version: text,
    status: maybe,
    circulatedTo: texts,
    commentsDue: maybe,
    approvedBy: maybe,
  }),
  audits: rows({
    title: text,
    by: maybe,
    state: maybe,
    partnerships: texts,
    reportsTo: maybe,
    due: maybe,
    opinion: maybe,
  }),
  graded: rows({ name: text, day: text, governance: maybe, relationships: maybe, outcomes: maybe, comments: maybe }),
  ungraded: count,

  risks: z.strictObject({
    open: count,
    unscored: count,
    extreme: count,
    without: count,
    /** The extreme ones. */
    list: rows({ name: text, title: text, score: text, mitigation: maybe, owner: maybe, due: maybe }),
  }),
  issues: rows({ name: text, title: text, owner: maybe }),

  headlines: rows({
    name: text,
    position: maybe,
    lines: rows({ text, tone: z.enum(['good', 'neutral', 'concern']) }),
    measures: rows({ title: text, actual: text, target: maybe }),
    planned: rows({ title: text, state: maybe, when: maybe, detail: maybe }),
  }),
  /** Partnerships of which there is nothing to tell. */
  silent: texts,

  overdue: rows({ name: text, what: text, due: text }),
  neverReviewed: count,
  neverAssessed: count,

  hasLast: z.boolean(),
  lastSteps: rows({ title: text, state: text, text: maybe }),
  actions: rows({ name: text, ...step }),
  nextSteps: rows(step),

  partnerships: rows({
    name: text,
    aliases: texts,
    partOf: maybe,
    summary: maybe,
    kind: maybe,
    directorate: maybe,
    lead: maybe,
    partners: texts,
  }),
  /** Money beside the yearly values. */
  sums: rows({ name: text, title: text, sum: money, per: maybe, from: maybe, for: maybe }),
  unknowns: rows({ what: text, why: text, of: text }),
  provenance: text,
  narrative: z.strictObject({
    purpose: text,
    governance: text,
    centralCoordination: text,
    approachToRisk: text,
    operationalHeadlines: text,
    other: text,
  }),
})

export type BoardUpdateView = Omit<z.output<typeof boardUpdateView>, 'narrative'>

/** What one section of the paper puts into the view. */
export type Section<Key extends keyof BoardUpdateView> = Pick<BoardUpdateView, Key>

import * as z from 'zod'
import { benefitView } from '../benefits.js'
import { formView } from '../forms.js'
import { sinceReviewView } from '../since-review.js'
import { count, maybe, money, rows, text, texts } from '../view-parts.js'

/** What papers tell of one partnership. `where` is the file and line that something comes from; null where nobody asks. */
export const aboutView = z.strictObject({
  name: text,
  aliases: texts,
  summary: maybe,
  rationale: maybe,
  controls: maybe,
  riskSummary: maybe,
  status: text,
  /** Names of the partnership that it is a part of, and what runs as its parts. */
  partOf: maybe,
  kind: maybe,
  directorate: maybe,
  service: maybe,
  stage: maybe,
  lead: maybe,
  sponsor: maybe,
  objectives: texts,
  procurement: maybe,
  data: maybe,
  informationLevel: maybe,
  care: maybe,
  confirmed: maybe,
  parts: rows({ name: text, summary: maybe, lead: maybe }),

  tier: text,
  points: text,
  reasons: rows({ text, where: maybe }),

  partners: rows({ name: text, roles: maybe, share: maybe, pays: money.nullable(), note: maybe }),
  /** Is our own organisation the only one that is stated? */
  onlyOurs: z.boolean(),
  /** Does anybody state a share or a payment? */
  hasShares: z.boolean(),
  sharesBy: maybe,

  /** What it is worth a year; null where that is not known, where it comes once, and in a part that states none. */
  value: money.nullable(),
  valueStands: z.enum(['yearly', 'once', 'in the whole', 'not known']),
  direction: maybe,
  ours: money.nullable(),
  stated: maybe,
  doubts: texts,
  /** Money beside the yearly value. */
  sums: rows({ title: text, sum: money, per: maybe, each: z.boolean(), from: maybe, for: maybe }),

  start: maybe,
  end: maybe,
  notice: maybe,
  extendableTo: maybe,
  minimumTerm: maybe,
  /** What is doubtful about these. */
  termDoubts: texts,

  /** The day of the latest assessment, and of the one before it. */
  graded: maybe,
  gradedBefore: maybe,
  grades: rows({ aspect: text, grade: maybe, before: maybe, course: maybe, comment: maybe }),

  /** What changed since the latest review, and whether that is in doubt. */
  sinceReview: sinceReviewView,

  risks: z.strictObject({
    open: count,
    unscored: count,
    /** The highest score first. */
    list: rows({
      title: text,
      category: maybe,
      cause: maybe,
      effect: maybe,
      score: maybe,
      target: maybe,
      mitigation: maybe,
      owner: maybe,
      due: maybe,
      accepted: maybe,
    }),
    more: count,
  }),
  issues: rows({ title: text, owner: maybe }),

  documents: z.strictObject({
    asked: count,
    wanting: count,
    /** `own` is the title that the document itself bears. Asked for with certainty, one row for each document and state. */
    list: rows({
      title: text,
      own: maybe,
      held: z.enum(['partnership', 'partner']),
      holders: texts,
      state: text,
      evidence: maybe,
      why: text,
      where: maybe,
    }),
    /** Whether these are needed cannot be told. */
    perhaps: rows({ title: text, why: text, where: maybe }),
    /** Held although nothing asks for them, or kept as history. */
    others: rows({
      title: text,
      own: maybe,
      state: text,
      superseded: z.boolean(),
      evidence: maybe,
      where: maybe,
    }),
  }),

  /** The latest self-assessments of its partners that say what is not acceptable, or a concern. */
  forms: formView,
  /** What it is to bring by a day, or has brought. */
  benefits: benefitView,

  duties: z.strictObject({
    /** What is due, the first day first; documents have days of their own. */
    list: rows({ what: text, due: text, late: z.boolean(), role: maybe, why: text, where: maybe }),
    more: count,
  }),
  /** Open actions without a day. */
  actions: z.strictObject({ list: rows({ title: text, owner: maybe, note: maybe }), more: count }),

  position: maybe,
  headlines: z.strictObject({
    list: rows({ text, day: text, tone: z.enum(['good', 'neutral', 'concern']) }),
    more: count,
  }),
  measures: rows({ title: text, actual: text, target: maybe }),
  planned: rows({ title: text, state: maybe, when: maybe, verdict: maybe, detail: maybe }),

  /** Fields that no section prints: a text, or an entry each. */
  others: rows({ label: text, text, lines: rows({ title: text, text: maybe }) }),

  /** What is not known, one row for each reason. */
  gaps: z.strictObject({ list: rows({ what: texts, why: text }), more: count }),
})

export type AboutView = z.output<typeof aboutView>

/** What one section of it holds. */
export type AboutPart<Key extends keyof AboutView> = Pick<AboutView, Key>

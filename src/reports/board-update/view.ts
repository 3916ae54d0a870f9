import * as z from 'zod'
import { proposals } from '../proposals.js'
import { namedBenefitView } from '../benefits.js'
import { formCounts, formView } from '../forms.js'
import { count, countedRows, maybe, money, percent, rows, text, texts } from '../view-parts.js'

/** Which columns of a table of steps hold something. */
const columns = z.strictObject({ owner: z.boolean(), due: z.boolean() })
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
  /** How many serve each of them, where the same serve all; null otherwise. */
  served: count.nullable(),

  /** Top-level partnerships and their parts. */
  held: count,
  parts: count,
  known: maybe,
  knownSince: maybe,
  totals: rows({
    direction: z.enum(['income', 'spend', 'pooled', 'not stated']),
    isKnown: z.boolean(),
    partnerships: count,
    total: money,
    /** What of it is in doubt, by the table of the largest. */
    doubted: z.strictObject({ names: texts, sum: money }).nullable(),
  }),
  /** Is any yearly value known, and is it stated of any which way its money goes? */
  hasValues: z.boolean(),
  /** Those of which no yearly value is known, without those whose value comes only once. */
  unvalued: count,
  hasWays: z.boolean(),
  /** Yearly money through partners that are not named or not stated, and in which partnerships. */
  unnamed: rows({
    name: text,
    of: texts,
    value: money.nullable(),
    unrecorded: money.nullable(),
    left: maybe,
    share: percent.nullable(),
  }),
  /** Partnerships worth a million a year or more, whatever the threshold of the paper is. */
  'value-over-1m': count,
  threshold: text,
  over: z.strictObject({
    count,
    list: countedRows('over.count', {
      name: text,
      value: money,
      /** What the value is, where that does not go without saying, and a larger sum that passes beside it. */
      title: maybe,
      beside: z.strictObject({ title: text, sum: money }).nullable(),
      doubts: maybe,
    }),
  }),
  oneOff: count,
  /** Those over the threshold whose value is perhaps less: only its upper end is known. */
  perhapsLess: count,
  /** Those that are only proposed, in no count or total; those counted that are parts of partnerships that have ended. */
  proposals,
  ofEnded: count,
  gaps: rows({ what: text, count }),

  /** What changed since the day or revision that was asked for. */
  since: z
    .strictObject({
      said: text,
      /** False where no earlier state of the register is kept, and only dated entries tell. */
      hasHistory: z.boolean(),
      /** Records of the earlier state that could not be read. */
      incomplete: texts,
      /** Records of the present state that could not be read. */
      unread: texts,
      kinds: rows({
        title: text,
        count,
        changes: rows({ name: text, text, course: z.enum(['better', 'worse']).nullable() }),
      }),
      /** What is not told one by one: how many changes of each kind. */
      others: rows({ title: text, count }),
      /** Totals that are not what they were; null where there was or is none. */
      totals: rows({ title: text, before: maybe, after: maybe }),
    })
    .nullable(),

  tiers: rows({ name: text, count }),
  /** What gives points towards a tier, by the policy in force; and are there floors below which none falls? */
  tierFactors: texts,
  hasFloors: z.boolean(),
  documents: z.strictObject({
    needed: count,
    inForce: count,
    /** Demands that a document meets which counts in another row. */
    metToo: count,
    /** The policies that ask for them. */
    askedBy: maybe,
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
  /** The latest self-assessments of partners; those are listed that were not accepted, or say what policy does not accept. */
  forms: z.strictObject({ ...formCounts, list: formView }),
  /** The latest peer reviews that are graded below good. */
  poorReviews: z.strictObject({
    count,
    list: rows({ name: text, title: text, verdict: text, when: maybe, finding: maybe }),
  }),
  /** What partnerships are to bring; those are listed that were missed, or are past their day. */
  benefits: z.strictObject({ stated: count, short: count, list: namedBenefitView }),
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
  graded: countedRows('gradedCount', {
    name: text,
    day: text,
    governance: maybe,
    relationships: maybe,
    outcomes: maybe,
  }),
  gradedCount: count,
  /** The day of all grades; null where they were given on several. */
  gradedOn: maybe,
  /** Partnerships with a red or red-amber. */
  poor: z.strictObject({ count, names: texts }),
  /** Why a grade is amber or worse, or that it was too early to tell. */
  gradeComments: rows({ name: text, aspect: text, grade: maybe, text }),
  ungraded: count,

  risks: z.strictObject({
    open: count,
    scored: count,
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
    planned: rows({ title: text, state: maybe, when: maybe, verdict: maybe, detail: maybe }),
  }),
  /** Partnerships of which there is nothing to tell. */
  silent: texts,

  overdue: countedRows('overdueCount', { name: text, what: text, due: text }),
  overdueCount: count,
  neverReviewed: count,
  neverAssessed: count,
  /** Partnerships whose latest review is in doubt, the day of that, and why. */
  suspect: rows({ name: text, day: text, why: texts }),
  suspectCount: count,

  hasLast: z.boolean(),
  lastSteps: rows({ title: text, state: text, text: maybe }),
  recommendations: rows({ name: text, title: text, action: maybe, due: maybe }),
  /** Open actions with a role or a day. */
  actions: rows({ name: text, ...step }),
  actionColumns: columns,
  /** Open actions with neither, by partnership, and whether the news tell of it. */
  vague: countedRows('vagueCount', { name: text, titles: rows({ title: text, told: z.boolean() }) }),
  vagueCount: count,
  nextSteps: rows(step),
  nextColumns: columns,

  partnerships: countedRows('held', {
    name: text,
    aliases: texts,
    partOf: maybe,
    isProposed: z.boolean(),
    summary: maybe,
    kind: maybe,
    directorate: maybe,
    lead: maybe,
    partners: texts,
  }),
  /** Money beside the yearly values. */
  sums: rows({ name: text, title: text, sum: money, per: maybe, each: z.boolean(), from: maybe, for: maybe }),
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

import * as z from 'zod'
import { figureSchema } from '../../figures/figure.js'

const text = z.string()
const maybe = z.string().nullable()
const texts = z.array(text)

/** Everything that the board update’s template may name. */
export const boardUpdateView = z.strictObject({
  title: text,
  organisation: text,
  asOf: text,
  for: maybe,
  to: maybe,
  previous: maybe,
  next: maybe,
  recommendation: maybe,
  governanceRoute: maybe,
  statutoryResponsibilities: maybe,
  author: texts,
  leadExecutive: maybe,
  objectives: z.array(z.strictObject({ number: text, title: text, goals: texts })),
  /** Top-level partnerships and their parts. */
  held: figureSchema,
  parts: figureSchema,
  known: maybe,
  knownSince: maybe,
  total: figureSchema,
  threshold: text,
  over: z.strictObject({
    count: figureSchema,
    total: figureSchema,
    list: z.array(z.strictObject({ name: text, value: figureSchema, stated: maybe, notes: texts })),
  }),
  valueUnknown: figureSchema,
  kindUnknown: figureSchema,
  dataUnknown: figureSchema,
  leadUnknown: figureSchema,
  tiers: z.array(z.strictObject({ name: text, count: figureSchema })),
  graded: z.array(z.strictObject({ name: text, day: text, governance: maybe, relationships: maybe, outcomes: maybe })),
  ungraded: figureSchema,
  documents: z.array(
    z.strictObject({
      title: text,
      asked: figureSchema,
      held: figureSchema,
      notSigned: figureSchema,
      expired: figureSchema,
      missing: figureSchema,
      unsure: figureSchema,
    }),
  ),
  standards: z.array(
    z.strictObject({ title: text, version: text, status: maybe, commentsDue: maybe, approvedBy: maybe }),
  ),
  audits: z.array(
    z.strictObject({
      title: text,
      by: maybe,
      state: maybe,
      partnerships: texts,
      reportsTo: maybe,
      due: maybe,
      opinion: maybe,
    }),
  ),
  risks: z.strictObject({ open: figureSchema, unscored: figureSchema, extreme: figureSchema, without: figureSchema }),
  headlines: z.array(
    z.strictObject({
      name: text,
      aliases: texts,
      lines: z.array(z.strictObject({ text, tone: text })),
      measures: z.array(z.strictObject({ title: text, actual: text })),
      planned: z.array(z.strictObject({ title: text, state: text, when: maybe, detail: maybe })),
    }),
  ),
  silent: texts,
  overdue: z.array(z.strictObject({ name: text, what: text, due: text })),
  neverReviewed: figureSchema,
  neverAssessed: figureSchema,
  hasLast: z.boolean(),
  lastSteps: z.array(z.strictObject({ title: text, state: text, text: maybe })),
  actions: z.array(z.strictObject({ title: text, owner: maybe, due: maybe })),
  nextSteps: z.array(z.strictObject({ title: text, owner: maybe, due: maybe })),
  unknowns: z.array(z.strictObject({ name: text, items: texts })),
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

import * as z from 'zod'
import { proposals } from '../rows/proposals.js'
import { count, maybe, money, rows, text, texts } from '../view-parts.js'

/** Entries of one sort under a heading: a title, and what is stated of it in one text. */
const groups = rows({ heading: text, lines: rows({ title: text, text: maybe }) })

/** Gaps that the keepers named, by reason. */
const unknown = rows({ what: texts, why: text })

/** Everything that the register extract’s template may name. */
export const registerView = z.strictObject({
  organisation: text,
  register: maybe,
  asOf: text,

  /** Partnerships that are agreed and have not ended, without parts; those that have; parts. Confidential ones are in none of these. */
  held: count,
  /** Those that are only proposed, in no count or total; those counted that are parts of partnerships that have ended. */
  proposals,
  ofEnded: count,
  ended: count,
  parts: count,
  known: maybe,
  knownSince: maybe,
  confidential: count,
  confidentialOrganisations: count,
  totals: rows({ direction: z.enum(['income', 'spend', 'pooled', 'not stated']), total: money }),
  gaps: rows({ what: text, count }),

  /** One row for each partnership and part, in the order of the sections. */
  index: rows({
    number: text,
    name: text,
    partOf: maybe,
    status: text,
    kind: maybe,
    tier: maybe,
    lead: maybe,
    value: money.nullable(),
    /** Is none stated, and does its kind say that no money passes? */
    hasNoMoney: z.boolean(),
    /** A sum that comes once, where the value is one. */
    once: money.nullable(),
  }),

  /** Partnerships by name, each followed by its parts. */
  partnerships: rows({
    number: text,
    name: text,
    aliases: texts,
    /** Name of its whole; null for what is no part. */
    partOf: maybe,
    summary: maybe,
    facts: rows({ label: text, text }),
    value: z.strictObject({ sum: money, per: maybe, text: maybe, ours: money.nullable() }).nullable(),
    amounts: rows({ title: text, sum: money, per: maybe, text: maybe }),
    partners: rows({ name: text, text: maybe, pays: money.nullable() }),
    narrative: rows({ label: text, text }),
    /** The latest first. */
    assessments: rows({ day: text, by: maybe, governance: maybe, relationships: maybe, outcomes: maybe }),
    groups,
    interests: count,
    /** Documents that policy asks for and that are not there. */
    missing: texts,
    /** Further ones of which it is not known whether they are needed. */
    perhaps: count,
    unknown,
    /** Fields that neither have a value nor a reason why not. */
    notStated: texts,
    sources: maybe,
  }),

  organisations: rows({ name: text, aliases: texts, kind: text, text: maybe, takesPart: texts, holds: texts }),
  organisationGaps: rows({ what: text, why: text, of: text }),
  objectives: rows({ number: text, title: text, goals: texts, partnerships: count }),
  directorates: rows({ name: text, head: maybe, functions: texts }),
  /** Roles, boards and committees, standards, audits and actions that concern the register as a whole. */
  groups,
  unknown,
  sources: texts,
  provenance: text,
})

export type RegisterView = z.output<typeof registerView>
export type Row = RegisterView['partnerships'][number]
export type Group = RegisterView['groups'][number]

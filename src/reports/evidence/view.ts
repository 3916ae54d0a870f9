import * as z from 'zod'
import { aboutView } from '../about/view.js'
import { count, maybe, rows, text, texts } from '../view-parts.js'

const finding = { severity: z.enum(['error', 'warning', 'info']), message: text, code: text, where: maybe }

/** What an auditor asks of one partnership, beside what every paper tells of it. */
const pack = aboutView.extend({
  why: z.enum(['highest tier', 'drawn', 'named']),
  /** The file that it is kept in. */
  file: text,
  reviews: rows({ day: text, by: maybe, outcome: maybe, note: maybe }),
  assessments: rows({
    day: text,
    by: maybe,
    governance: maybe,
    relationships: maybe,
    outcomes: maybe,
    comments: maybe,
  }),
  findings: rows(finding),
  /** Findings that the table of documents shows, and that are not told again. */
  ofDocuments: count,
  exceptions: rows({ rule: text, about: maybe, reason: text, by: text, until: text, over: z.boolean(), where: maybe }),
  /** What a dated exception permits. */
  permitted: rows(finding),
  /** What was accepted when the register was taken over. */
  accepted: rows(finding),
  allActions: rows({ title: text, from: maybe, owner: maybe, due: maybe, done: maybe, note: maybe }),
  sources: texts,
})

/** Everything that the template of the evidence pack may name. */
export const evidenceView = z.strictObject({
  organisation: text,
  asOf: text,
  /** Were the partnerships named, and not drawn? */
  named: z.boolean(),
  seed: text,
  /** How many were to be drawn; null where they were named. */
  size: maybe,
  isAll: z.boolean(),
  tier: text,
  population: count,
  /** Those of it that are only proposed. */
  proposed: count,
  highest: count,
  drawn: count,
  sample: rows({ name: text, why: text, number: maybe, tier: text, file: text }),
  /** Those of the population that are not in the sample. */
  left: texts,
  packs: z.array(pack),
  provenance: text,
})

export type EvidenceView = z.output<typeof evidenceView>
export type Pack = z.output<typeof pack>

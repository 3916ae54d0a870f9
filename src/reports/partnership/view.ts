import * as z from 'zod'
import { aboutView } from '../about/view.js'

/** Everything that the template of the page about one partnership may name. */
export const partnershipView = aboutView.extend({
  organisation: z.string(),
  asOf: z.string(),
  documents: aboutView.shape.documents.extend({
    /** The documents that are asked for, one row for each state: `Insurance certificate (Elmore and PML)`. */
    byState: z.array(z.strictObject({ state: z.string(), documents: z.array(z.string()) })),
  }),
  provenance: z.string(),
})

export type PartnershipView = z.output<typeof partnershipView>

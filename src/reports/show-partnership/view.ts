import * as z from 'zod'
import { aboutView } from '../about/view.js'

/** Everything that the template of a partnership’s page in the terminal may name. */
export const showPartnershipView = aboutView.extend({
  id: z.string(),
  /** File and line of its entry. */
  file: z.string(),
  asOf: z.string(),
})

export type ShowPartnershipView = z.output<typeof showPartnershipView>

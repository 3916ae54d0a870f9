import { formatDay } from '../model/day.js'
import { ownFields } from '../model/own-fields.js'
import { section } from './define-paper.js'
import type { PaperInput } from './paper.js'
import { ourName } from './phrases.js'
import { group, ownOf, text } from './view-parts.js'

/** Whose paper it is, as of which day, and what it was made from. */
export const paperHead = section(
  { organisation: text, asOf: text, provenance: text, settings: group({ x: ownOf('register') }) },
  ({ register, asOf, provenance }: PaperInput) => ({
    organisation: ourName(register),
    asOf: formatDay(asOf),
    provenance,
    settings: { x: ownFields(register, 'register', register.settings) },
  }),
)

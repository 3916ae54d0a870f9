import { formatDay } from '../model/day.js'
import { section } from './define-paper.js'
import type { PaperInput } from './paper.js'
import { ourName } from './phrases.js'
import { text } from './view-parts.js'

/** Whose paper it is, as of which day, and what it was made from. */
export const paperHead = section(
  { organisation: text, asOf: text, provenance: text },
  ({ register, asOf, provenance }: PaperInput) => ({
    organisation: ourName(register),
    asOf: formatDay(asOf),
    provenance,
  }),
)

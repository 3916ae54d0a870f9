import { by } from '../../model/order.js'
import type { Organisation } from '../../model/organisation.js'
import { partnershipsOf } from '../../model/participation.js'
import type { Partnership } from '../../model/partnership.js'
import type { PaperInput } from '../paper.js'

/** What the page about an organisation is built from. */
export interface Scope extends PaperInput {
  readonly organisation: Organisation
  /** Partnerships that have not ended and that it takes part in, by name; parts among them. */
  readonly running: readonly Partnership[]
}

export const scopeOf = (input: PaperInput, organisation: Organisation): Scope => ({
  ...input,
  organisation,
  running: partnershipsOf(input.register, organisation, input.asOf).toSorted(by((it) => it.name)),
})

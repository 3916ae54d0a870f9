import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { inherited } from '../model/hierarchy.js'

/** The role that runs a partnership; a part that names none has that of its whole, or of the whole of that. */
export const leadOf = (register: Register, partnership: Partnership): string | undefined =>
  inherited(register, partnership, 'lead')

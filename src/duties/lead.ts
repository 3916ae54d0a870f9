import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { inherited } from '../model/hierarchy.js'

/** The role that runs a partnership; a part that names none has the lead of its nearest whole that does. */
export const leadOf = (register: Register, partnership: Partnership): string | undefined =>
  inherited(register, partnership, 'lead')

import { lookUp } from '../model/look-up.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'

/** The role that runs a partnership; a part that names none has that of its whole. */
export function leadOf(register: Register, { lead, parent }: Partnership): string | undefined {
  return lead ?? lookUp(register).partnership.get(parent)?.lead
}

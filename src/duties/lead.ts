import { lookUp } from '../model/look-up.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'

/** The role that runs a partnership; a part that names none has that of its whole, or of the whole of that. */
export function leadOf(register: Register, partnership: Partnership): string | undefined {
  const seen = new Set<Partnership>()
  for (let it: Partnership | undefined = partnership; it !== undefined && !seen.has(it);) {
    if (it.lead !== undefined) return it.lead
    seen.add(it)
    it = lookUp(register).partnership.get(it.parent)
  }
  return undefined
}

import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'

/** The role that runs a partnership; a part that names none has that of its whole. */
export function leadOf({ partnerships }: Register, { lead, parent }: Partnership): string | undefined {
  return lead ?? partnerships.find((it) => it.id === parent)?.lead
}

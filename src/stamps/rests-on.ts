import type { Path } from '../document/node.js'
import { lookUp } from '../model/look-up.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { withAncestors } from '../model/hierarchy.js'
import { isNamed } from './scheme.js'

/** The partnership that another one is part of; undefined where there is none, or it is not in the register. */
export const parentOf = (register: Register, partnership: Partnership): Partnership | undefined =>
  withAncestors(register, partnership)[1]

/**
 * The organisations that take part in a partnership, each once, by id. Ours is left out: it takes part in all, so a change
 * of it would put every review in doubt at once.
 */
export function partnersOf(register: Register, { partners }: Partnership): Organisation[] {
  const ids = new Set(partners.flatMap((it) => it.organisation ?? []))
  ids.delete(register.settings.organisation)
  return [...ids].sort().flatMap((id) => lookUp(register).organisation.get(id) ?? [])
}

/** Is something that a stamp covers unreadable in a file? That it is missing is then not a change. */
export const isPartLostIn = (register: Register, file: string): boolean => lostIn(register, file).some(isNamed)

/** Is that, or something in its reviews and their stamps, unreadable? */
export const isLostIn = (register: Register, file: string): boolean =>
  isPartLostIn(register, file) || lostIn(register, file).some((path) => path[0] === 'reviews')

/** Is anything in an organisation's file unreadable? */
export const isOrganisationLost = (register: Register, { file }: Organisation): boolean =>
  lostIn(register, file).length > 0

/** The file of register.yaml or the policies that is not fully readable, as tiers depend on these. */
export const groundLost = ({ unreadable }: Register): string | undefined =>
  unreadable.find(({ kind, lost }) => (kind === 'register' || kind === 'policy') && lost.length > 0)?.file

/** What could not be read in a file. */
function lostIn({ unreadable }: Register, file: string): readonly Path[] {
  return unreadable.find((it) => it.file === file)?.lost ?? []
}

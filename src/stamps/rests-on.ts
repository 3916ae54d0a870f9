import type { Path } from '../document/node.js'
import { lookUp } from '../model/look-up.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { withAncestors } from '../model/hierarchy.js'
import { isNamed } from './scheme.js'

/** What a partnership is a part of, the nearest; undefined where it is none, or that is not in the register. */
export const parentOf = (register: Register, partnership: Partnership): Partnership | undefined =>
  withAncestors(register, partnership)[1]

/**
 * The organisations that take part in a partnership, each once, by id. Ours is none of them: it takes part in all, and
 * what changes of it would put every review in doubt at once.
 */
export function partnersOf(register: Register, { partners }: Partnership): Organisation[] {
  const ids = new Set(partners.flatMap((it) => it.organisation ?? []))
  ids.delete(register.settings.organisation)
  return [...ids].sort().flatMap((id) => lookUp(register).organisation.get(id) ?? [])
}

/** Could what a stamp is of not be read in a file? What is missing then is no change. */
export const isPartLostIn = (register: Register, file: string): boolean => lostIn(register, file).some(isNamed)

/** Could that, or something of its reviews and their stamps, not be read? */
export const isLostIn = (register: Register, file: string): boolean =>
  isPartLostIn(register, file) || lostIn(register, file).some((path) => path[0] === 'reviews')

/** Could anything of an organisation's file not be read? */
export const isOrganisationLost = (register: Register, { file }: Organisation): boolean =>
  lostIn(register, file).length > 0

/** The tier comes of register.yaml and the policies, too. */
export const groundLost = ({ unreadable }: Register): string | undefined =>
  unreadable.find(({ kind, lost }) => (kind === 'register' || kind === 'policy') && lost.length > 0)?.file

/** Called for each record that has to do with a stamp; most registers can be fully read. */
function lostIn({ unreadable }: Register, file: string): readonly Path[] {
  return unreadable.find((it) => it.file === file)?.lost ?? []
}

import { lowerFirst, formatNames } from '../model/words.js'
import { counter, type CountFigure } from '../figures/figure.js'
import { sourceOf } from '../figures/yearly.js'
import { formatInexactDay, type InexactDay } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import { at } from '../model/place.js'
import type { OpenRisk } from '../model/risk.js'
import type { Register } from '../model/register.js'
import { withAncestors } from '../model/hierarchy.js'
import { roleTitle } from '../model/role.js'

/** A day as it was written; null when not stated. */
export const formatOptionalDay = (day: InexactDay | undefined): string | null =>
  day === undefined ? null : formatInexactDay(day)

/** The name of an organisation or partnership; a text that is not an id is returned as it is. */
export const nameOf = ({ organisations, partnerships }: Register, id: string): string =>
  [...organisations, ...partnerships].find((it) => it.id === id)?.name ?? id

/** The name of the organisation whose register it is. */
export const ourName = (register: Register): string => nameOf(register, register.settings.organisation)

/** The name of a partnership, where an organisation may have the same id. */
export const partnershipName = ({ partnerships }: Register, id: string): string =>
  partnerships.find((it) => it.id === id)?.name ?? id

/** The name of a board or committee; null when none is named. */
export const bodyName = ({ settings }: Register, id: string | undefined): string | null =>
  id === undefined ? null : (settings.bodies.find((it) => it.id === id)?.name ?? id)

/** A body that a field names by its id: the partnership's own, that of its whole, or one of the register. */
export function bodyOf(register: Register, partnership: Partnership | undefined, id: string) {
  const holders = partnership === undefined ? [] : withAncestors(register, partnership)
  return [...holders, register.settings].flatMap((it) => it.bodies).find((it) => it.id === id)
}

/** Whoever a field names: a body, an organisation, the partnership itself, each member, or a role. */
export function describeWho(register: Register, partnership: Partnership | undefined, name: string): string {
  if (name === 'every-member') return 'every member, each for its own'
  if (name === 'member-boards') return 'the Boards of the members'
  if (name === partnership?.id) return 'the partnership'
  const body = bodyOf(register, partnership, name)
  if (body !== undefined) return body.name
  const known = nameOf(register, name)
  return known === name ? bodyName(register, roleTitle(register.settings, name))! : known
}

/** The name of a directorate; null when none is named. */
export const directorateName = ({ settings }: Register, id: string | undefined): string | null =>
  id === undefined ? null : (settings.directorates.find((it) => it.id === id)?.name ?? id)

/** A partner with its roles: `Elmore`, `4 GP federations`, `Boehringer (funder)`. */
export function partnerName(register: Register, partner: Partnership['partners'][number]): string {
  const { organisation, group = '', count, roles } = partner
  const name = organisation === undefined ? group : nameOf(register, organisation)
  const parts = roles.length === 0 ? '' : ` (${roles.join(', ')})`
  return `${count === undefined ? '' : `${count} `}${name}${parts}`
}

/** A partner with its roles and its note: `Oxfordshire County Council (provider: with its own staff)`. */
export function describePartner(register: Register, partner: Partnership['partners'][number]): string {
  const { note } = partner
  const name = partnerName(register, partner)
  if (note === undefined) return name
  const added = isNamed(register, note) ? withoutStop(note) : lowerFirst(withoutStop(note))
  return name.endsWith(')') ? `${name.slice(0, -1)}: ${added})` : `${name} (${added})`
}

/** Does a text begin with a name, whose capital stays in a sentence? */
const isNamed = ({ organisations, partnerships }: Register, text: string): boolean =>
  [...organisations, ...partnerships].some((it) => [it.name, ...it.aliases].some((name) => text.startsWith(name)))

/** Other names of a record; one that differs in capitals only is the same name to a reader. */
export const otherNames = ({ name, aliases }: { readonly name: string; readonly aliases: readonly string[] }) =>
  aliases.filter((it, index) => ![name, ...aliases.slice(0, index)].some((other) => isSameName(other, it)))

const isSameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Which of all partnerships are meant, in few words: their names, `every partnership`, or `all but` the others. */
export function describeSelection(names: readonly string[], all: readonly string[]): string {
  const others = all.filter((it) => !names.includes(it))
  const areMost = all.some((it) => names.includes(it)) && others.length < names.length
  if (!areMost) return formatNames(names)
  return others.length === 0 ? 'every partnership' : `all but ${formatNames(others)}`
}

/** Counts partnerships, or those that meet a condition. */
export const countPartnerships = counter<Partnership>(sourceOf)

/** Counts risks, or those that meet a condition. */
export const countRisks = counter<Pick<OpenRisk, 'partnership' | 'index' | 'title'>>(
  ({ partnership, index, title }) => ({ name: `${partnership.name}: ${title}`, at: at(partnership, 'risks', index) }),
)

/** How many entries lack each of several facts; facts that none lacks are left out. */
export const countGaps = <Entry>(
  count: (what: string, isMissing: (it: Entry) => boolean) => CountFigure,
  missing: Readonly<Record<string, (it: Entry) => boolean>>,
) =>
  Object.entries(missing)
    .map(([what, isMissing]) => ({ what, count: count(what, isMissing) }))
    .filter((it) => it.count.count > 0)

/** A text without its full stop, so that something can follow it; an ellipsis stays. */
export const withoutStop = (text: string): string => text.replace(/(?<!\.)\.$/, '')

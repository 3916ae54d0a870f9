import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { roleOf } from '../../model/role.js'
import { bodyOf, describeWho } from '../phrases.js'
import { outlineOf } from './outline.js'
import { reportingOf } from './reporting.js'
import type { Part } from './view.js'

type Role = Register['settings']['roles'][number]
type Keys = 'lines' | 'circle' | 'supports' | 'open' | 'diagram' | 'hasBodies' | 'plain' | 'bodies' | 'roles'

/** The bodies of a partnership, who reports to whom, the roles that it names, and its own directorates. */
export function bodiesOf(
  register: Register,
  partnership: Partnership,
): Part<Keys | 'directorates' | 'directoratesDoubt'> {
  const roles = rolesIn(register, partnership)
  return {
    ...partOf(register, partnership, partnership.bodies, roles),
    directorates: register.settings.directorates
      .filter((it) => it.partnership === partnership.id)
      .map(({ name, head, functions }) => ({ name, head: head ?? null, functions: [...functions] })),
    directoratesDoubt: register.settings.unknown['directorates'] ?? null,
  }
}

/** The same of the register's own bodies, with the roles that report to one of them. */
export function ownBodies(register: Register): Part<Keys> {
  const { bodies, roles } = register.settings
  const reporting = roles.filter((it) => leadsToOwn(register, it))
  return partOf(register, undefined, bodies, reporting)
}

function partOf(
  register: Register,
  partnership: Partnership | undefined,
  bodies: Partnership['bodies'],
  roles: readonly Role[],
): Part<Keys> {
  const who = (name: string) => describeWho(register, partnership, name)
  return {
    ...outlineOf(reportingOf(register, partnership, bodies, roles)),
    hasBodies: bodies.length > 0,
    plain: bodies
      .filter((it) => !isDescribed(it))
      .map(({ name, kind }) => (kind === undefined ? name : `${name} (${kind})`)),
    bodies: bodies.filter(isDescribed).map(({ name, kind, remit, chair, members, meets, terms }) => ({
      name,
      kind: kind ?? null,
      remit: remit ?? null,
      chair: chair ?? null,
      members: members.map(who),
      meets: meets ?? null,
      terms: terms ?? null,
    })),
    // without a line of report there is nothing of governance to tell of them
    roles: (roles.some((it) => it['reports-to'].length > 0) ? roles : [])
      .filter((it) => it.note !== undefined || it['reports-to'].length > 0)
      .map((it) => ({ title: it.title, reportsTo: it['reports-to'].map(who), note: it.note ?? null })),
  }
}

const isDescribed = ({ remit, chair, members, meets, terms }: Partnership['bodies'][number]) =>
  members.length > 0 || [remit, chair, meets, terms].some((it) => it !== undefined)

/** The roles of register.yaml that a partnership names, in the order of register.yaml. */
function rolesIn({ settings }: Register, partnership: Partnership): Role[] {
  const { lead, sponsor, bodies, responsibilities, delegations } = partnership
  const names = [
    lead ?? [],
    sponsor ?? [],
    bodies.flatMap((it) => [it.chair ?? [], ...it.members]),
    responsibilities.flatMap((it) => [...it.accountable, ...it.responsible, ...it.delivers]),
    delegations.flatMap((it) => [it.from, it.to]),
  ].flat(2)
  const named = new Set(names.map((it) => roleOf(settings, it)?.title))
  return settings.roles.filter((it) => named.has(it.title))
}

/** Does a role report to a body of the register, by way of other roles or straight? */
function leadsToOwn(register: Register, role: Role, seen: readonly Role[] = []): boolean {
  return role['reports-to'].some((name) => {
    if (bodyOf(register, undefined, name) !== undefined) return true
    const next = roleOf(register.settings, name)
    return next !== undefined && !seen.includes(next) && leadsToOwn(register, next, [...seen, role])
  })
}

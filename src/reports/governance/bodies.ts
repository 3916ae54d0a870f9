import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { roleOf } from '../../model/role.js'
import type { About } from '../about/about.js'
import { section, type StatedShape } from '../define-paper.js'
import { bodyOf, describeWho } from '../phrases.js'
import { flag, maybe, rows, text, texts } from '../view-parts.js'
import { outline, outlineOf } from './outline.js'
import { reportingOf } from './reporting.js'
import { rowFrom } from '../rows/row-from.js'

type Role = Register['settings']['roles'][number]
/** Who reports to whom, as a list and as a diagram. */
export const reporting = {
  ...outline,
  hasBodies: flag,
  /** Bodies with more than a name and kind; `plain` are the others. */
  plain: texts,
  bodies: rows({ name: text, kind: maybe, remit: maybe, chair: maybe, members: texts, meets: maybe, terms: maybe }),
  roles: rows({ title: text, reportsTo: texts, note: maybe }),
}
type Reporting = StatedShape<typeof reporting>

/** The bodies of a partnership, who reports to whom, the roles that it names, and its own directorates. */
export const bodies = section(
  {
    ...reporting,
    directorates: rows({ name: text, head: maybe, functions: texts }),
    /** Doubts about them. */
    directoratesDoubt: maybe,
  },
  ({ register, partnership }: About) => ({
    ...partOf(register, partnership, partnership.bodies, rolesIn(register, partnership)),
    directorates: register.settings.directorates
      .filter((it) => it.partnership === partnership.id)
      .map((it) => rowFrom(it, 'name', 'head', 'functions')),
    directoratesDoubt: register.settings.unknown['directorates'],
  }),
)

/** The same of the register's own bodies, with the roles that report to one of them. */
export function ownBodies(register: Register): Reporting {
  const { bodies, roles } = register.settings
  const reporting = roles.filter((it) => leadsToOwn(register, it))
  return partOf(register, undefined, bodies, reporting)
}

function partOf(
  register: Register,
  partnership: Partnership | undefined,
  bodies: Partnership['bodies'],
  roles: readonly Role[],
): Reporting {
  const who = (name: string) => describeWho(register, partnership, name)
  return {
    ...outlineOf(reportingOf(register, partnership, bodies, roles)),
    hasBodies: bodies.length > 0,
    plain: bodies
      .filter((it) => !isDescribed(it))
      .map(({ name, kind }) => (kind === undefined ? name : `${name} (${kind})`)),
    bodies: bodies.filter(isDescribed).map((it) => ({
      ...rowFrom(it, 'name', 'kind', 'remit', 'chair', 'meets', 'terms'),
      members: it.members.map(who),
    })),
    // without a reporting line they add nothing about governance
    roles: (roles.some((it) => it['reports-to'].length > 0) ? roles : [])
      .filter((it) => it.note !== undefined || it['reports-to'].length > 0)
      .map((it) => ({ title: it.title, reportsTo: it['reports-to'].map(who), note: it.note })),
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

/** Does a role report to a body of the register, directly or through other roles? */
export function leadsToOwn(register: Register, role: Role, seen: readonly Role[] = []): boolean {
  return role['reports-to'].some((name) => {
    if (bodyOf(register, undefined, name) !== undefined) return true
    const next = roleOf(register.settings, name)
    return next !== undefined && !seen.includes(next) && leadsToOwn(register, next, [...seen, role])
  })
}

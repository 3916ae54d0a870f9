import { formatNames } from '../../model/words.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { roleOf } from '../../model/role.js'
import { bodyOf, nameOf } from '../phrases.js'

/** A body, a role, or the Boards of the members, as a point of who reports to whom. */
export interface Point {
  readonly key: string
  readonly name: string
  readonly kind: 'body' | 'role' | 'boards'
  readonly detail: string | null
  /** Should it be stated whom it reports to? Not for what is outside, or at the very top. */
  readonly needsSuperior: boolean
}

/** A line from one point to another. */
export interface Link {
  readonly from: string
  readonly to: string
}

/** Who reports to whom, and whose work supports whose; points in the order in which they are found. */
export interface Reporting {
  readonly points: readonly Point[]
  readonly reports: readonly Link[]
  readonly supports: readonly Link[]
}

type Body = Partnership['bodies'][number]
type Role = Register['settings']['roles'][number]

/**
 * Who reports to whom among some bodies and roles, and upwards from there as far as the register knows.
 * @param partnership whose bodies they are; undefined for those of the register itself
 */
export function reportingOf(
  register: Register,
  partnership: Partnership | undefined,
  bodies: readonly Body[],
  roles: readonly Role[],
): Reporting {
  const points = new Map<string, Point>()
  const reports: Link[] = []
  const supports: Link[] = []
  const own = new Set(bodies.map((it) => it.id))

  const addBody = (body: Body): string => {
    const key = `body ${body.id}`
    if (points.has(key)) return key
    const isTop = partnership === undefined && body.kind === 'board' // the organisation's own Board
    const detail = body.chair === undefined ? null : `chaired by ${body.chair}`
    points.set(key, { key, name: body.name, kind: 'body', detail, needsSuperior: own.has(body.id) && !isTop })
    for (const id of body['reports-to']) reports.push({ from: key, to: add(id) })
    for (const id of body.supports) supports.push({ from: key, to: add(id) })
    return key
  }
  const addRole = (role: Role): string => {
    const key = `role ${role.title}`
    if (points.has(key)) return key
    points.set(key, { key, name: role.title, kind: 'role', detail: 'role', needsSuperior: false })
    for (const name of role['reports-to']) reports.push({ from: key, to: add(name) })
    return key
  }
  /** What a body or role reports to: a body by its id, the Boards of the members, or a role. */
  const add = (name: string): string => {
    if (name === 'member-boards') {
      points.set('boards', boardsOf(register, partnership))
      return 'boards'
    }
    const body = bodyOf(register, partnership, name)
    if (body !== undefined) return addBody(body)
    const role = roleOf(register.settings, name)
    if (role !== undefined) return addRole(role)
    const key = `unknown ${name}`
    points.set(key, { key, name, kind: 'body', detail: 'not described in the register', needsSuperior: false })
    return key
  }
  for (const body of bodies) addBody(body)
  for (const role of roles) if (role['reports-to'].length > 0) addRole(role)
  return { points: [...points.values()], reports, supports }
}

/** The Boards of the members, or of every partner where none has that role. */
function boardsOf(register: Register, partnership: Partnership | undefined): Point {
  const partners = partnership?.partners ?? []
  const members = partners.filter((it) => it.roles.includes('member'))
  const group = register.organisations.find((it) => it.id === register.settings.organisation)
  const names =
    partnership === undefined
      ? (group?.members ?? []).map((id) => nameOf(register, id))
      : (members.length > 0 ? members : partners).map(({ organisation, group = '' }) =>
          organisation === undefined ? group : nameOf(register, organisation),
        )
  const detail = names.length === 0 ? null : formatNames(names)
  return { key: 'boards', name: 'Boards of the members', kind: 'boards', detail, needsSuperior: false }
}

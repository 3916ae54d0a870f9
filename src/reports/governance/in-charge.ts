import { inherited, leadOf, withAncestors } from '../../model/hierarchy.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { roleOf } from '../../model/role.js'
import { formatNames } from '../../model/words.js'
import { section } from '../define-paper.js'
import { describeWho } from '../phrases.js'
import { rows, text, texts } from '../view-parts.js'
import { leadsToOwn } from './bodies.js'
import type { Scope } from './scope.js'

type Body = Partnership['bodies'][number]

/** What makes somebody be in charge, and how a paper calls it where it is not recorded. Powers are delegated to whoever decides. */
const MISSING = {
  decides: 'the body that decides',
  accountable: 'the accountable executive',
  runs: 'who runs it',
  voice: 'our representative',
} as const
type InCharge = Readonly<Record<keyof typeof MISSING, string | undefined>>
const KEYS = Object.keys(MISSING) as (keyof InCharge)[]

function inChargeOf(register: Register, partnership: Partnership): InCharge {
  const bodies = withAncestors(register, partnership).find((it) => it.bodies.length > 0)?.bodies ?? []
  const { delegations } = partnership
  const decides = bodies.find(({ id }) => delegations.some((it) => it.to === id))
  const holder = decides?.name ?? (delegations[0] && describeWho(register, partnership, delegations[0].to))
  const oversees = onlyBoard(bodies)
  const first = decides ?? oversees
  return {
    decides: holder ? `${holder} (decides)` : oversees && `${oversees.name} (oversees)`,
    accountable: inherited(register, partnership, 'sponsor'),
    runs: leadOf(register, partnership),
    voice: voiceOf(register, first === undefined ? bodies : [first, ...bodies]),
  }
}

/** The only board or committee that no other body of the partnership is above; of several it is not known which. */
function onlyBoard(bodies: readonly Body[]): Body | undefined {
  const ids = new Set(bodies.map((it) => it.id))
  const highest = bodies.filter(
    ({ kind = '', 'reports-to': above }) => /\b(?:board|committee)\b/i.test(kind) && !above.some((it) => ids.has(it)),
  )
  return highest.length === 1 ? highest[0] : undefined
}

/** Our organisation or a role of ours, and the first body that it is on. */
function voiceOf(register: Register, bodies: readonly Body[]): string | undefined {
  for (const { name, chair, members } of bodies) {
    const ours = [chair ?? [], members].flat().find((it) => isOurs(register, it))
    if (ours !== undefined) return `${describeWho(register, undefined, ours)} on ${name}`
  }
  return undefined
}

/** A register names roles of others, too: ours are those that lead, sponsor or head something, or report to our bodies. */
function isOurs(register: Register, name: string): boolean {
  const { organisation, directorates } = register.settings
  if (name === organisation) return true
  const role = roleOf(register.settings, name)
  const heads = [register.partnerships.flatMap((it) => [it.lead, it.sponsor]), directorates.map((it) => it.head)].flat()
  return role !== undefined && (leadsToOwn(register, role) || heads.some((it) => it === role.title))
}

/** Who is in charge, a line for each partnership; what is recorded for none of them is said once. */
export const inCharge = section(
  {
    inCharge: rows({ name: text, who: texts }),
    /** What is recorded for none of several. */
    missingForAll: texts,
    /** Partnerships for which nobody is recorded. */
    nobody: texts,
  },
  ({ register, subject, families, described }: Scope) => {
    const all = (subject === undefined ? families : described).flatMap((family) =>
      family
        .filter((it, index) => index === 0 || it.bodies.length > 0 || it.lead !== undefined || it.sponsor !== undefined)
        .map((it) => ({ name: it.name, roles: inChargeOf(register, it) })),
    )
    const recorded = all.filter(({ roles }) => KEYS.some((key) => roles[key] !== undefined))
    const forNone = KEYS.filter((key) => recorded.length > 1 && recorded.every(({ roles }) => roles[key] === undefined))
    return {
      inCharge: recorded.map(({ name, roles }) => ({ name, who: describe(roles, forNone) })),
      missingForAll: forNone.map((key) => MISSING[key]),
      nobody: all.filter((it) => !recorded.includes(it)).map((it) => it.name),
    }
  },
)

function describe(roles: InCharge, forNone: readonly string[]): string[] {
  const { decides, accountable, runs, voice } = roles
  const missing = KEYS.filter((key) => roles[key] === undefined && !forNone.includes(key)).map((key) => MISSING[key])
  return [
    decides,
    accountable && `${accountable} (accountable)`,
    runs && `${runs} (runs it)`,
    voice && `our voice: ${voice}`,
    missing.length > 0 && `not recorded: ${formatNames(missing)}`,
  ].flatMap((it) => (typeof it === 'string' ? [it] : []))
}

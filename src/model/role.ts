import { getOrMake } from './order.js'
import type { Register } from './register.js'
import type { Settings } from './settings.js'

/** A role of the register by its title or one of its aliases, whatever the case; undefined where it is not listed. */
export const roleOf = ({ roles }: Pick<Settings, 'roles'>, name: string): Role | undefined =>
  getOrMake(known, roles, () => namesOf(roles)).get(name.trim().toLowerCase())

type Role = Settings['roles'][number]

/** Made once, as every lead of every partnership is looked up. Of several roles with one name the first counts. */
const known = new WeakMap<readonly Role[], ReadonlyMap<string, Role>>()

const namesOf = (roles: readonly Role[]) =>
  new Map(
    roles
      .flatMap((role) => [role.title, ...role.aliases].map((name) => [name.toLowerCase(), role] as const))
      .toReversed(),
  )

/** The title of a role that may be named by an alias; an unlisted name stays as it is. */
export const roleTitle = (settings: Pick<Settings, 'roles'>, name: string): string =>
  roleOf(settings, name)?.title ?? name

/** The title of a role where one is named. */
export const titleOf = ({ settings }: Register, written: string | undefined): string | undefined =>
  written === undefined ? undefined : roleTitle(settings, written)

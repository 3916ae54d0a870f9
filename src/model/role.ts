import type { Register } from './register.js'
import type { Settings } from './settings.js'

/** A role of the register by its title or one of its aliases, whatever the case; undefined where no list holds it. */
export function roleOf({ roles }: Pick<Settings, 'roles'>, name: string): Settings['roles'][number] | undefined {
  const wanted = name.trim().toLowerCase()
  return roles.find(({ title, aliases }) => [title, ...aliases].some((it) => it.toLowerCase() === wanted))
}

/** The title of a role that may be named by an alias; what is not listed stands for itself. */
export const roleTitle = (settings: Pick<Settings, 'roles'>, name: string): string =>
  roleOf(settings, name)?.title ?? name

/** The title of a role where one is named. */
export const titleOf = ({ settings }: Register, written: string | undefined): string | undefined =>
  written === undefined ? undefined : roleTitle(settings, written)

import type { Register } from './register.js'

/** The title of a role that was written by its title or an alias, whatever the case; what no list holds stays as written. */
export function titleOf({ settings }: Register, written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const wanted = written.trim().toLowerCase()
  const role = settings.roles.find(({ title, aliases }) =>
    [title, ...aliases].some((it) => it.toLowerCase() === wanted),
  )
  return role?.title ?? written
}

import { didYouMean } from '../model/nearest.js'
import type { Register } from '../model/register.js'
import { titleOf } from '../model/role.js'
import { UsageError } from '../model/usage-error.js'
import { rolesOf, type Duty } from './duty.js'

/**
 * The role that is meant: a title or alias of register.yaml, or a role that a duty names.
 * @param others further roles that records name
 * @throws UsageError if there is no such role, with the one that was probably meant
 */
export function roleNamed(
  register: Register,
  duties: readonly Duty[],
  wanted: string,
  others: readonly string[] = [],
): string {
  const listed = register.settings.roles.flatMap(({ title, aliases }) => [title, ...aliases])
  const names = [...listed, ...duties.flatMap(rolesOf), ...others]
  const same = names.find((it) => it.toLowerCase() === wanted.trim().toLowerCase())
  if (same !== undefined) return titleOf(register, same)!
  throw new UsageError(`there is no role "${wanted}"`, didYouMean(wanted, names, 'roles are listed in register.yaml'))
}

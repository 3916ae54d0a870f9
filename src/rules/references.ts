import type { Filed } from '../model/place.js'
import type { Register } from '../model/register.js'

/** Is a list of register.yaml or policy.yaml unreadable? Names that refer to it are then not checked. */
export function isLost({ unreadable, problems }: Register, kind: 'register' | 'policy', key: string): boolean {
  const isKeyLost = unreadable.some(
    (it) => it.kind === kind && it.lost.some((path) => path.length === 0 || path[0] === key),
  )
  return isKeyLost || (kind === 'policy' && problems.some((it) => it.code === 'reference/policy'))
}

/** Is a value of a record written, but unreadable? What depends on it is then not checked. */
export function isValueLost({ unreadable }: Register, { file }: Filed, key: string): boolean {
  return unreadable.some((it) => it.file === file && it.lost.some((path) => path[0] === key))
}

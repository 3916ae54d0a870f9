import type { Accepted } from '../model/baseline.js'
import { recordPath } from '../model/record-path.js'
import type { Register } from '../model/register.js'
import type { Finding } from './check.js'

/** What stays the same of a finding from run to run: never its message, its line or the day of the run. */
export function identityOf(register: Register, { code, at, key }: Pick<Finding, 'code' | 'at' | 'key'>): Accepted {
  const path = recordPath(register, at)
  return { rule: code, file: at.file, ...(path && { at: path }), ...(key && { key }) }
}

/** Groups whose findings cannot be accepted: what cannot be read counts nowhere, and every paper refuses it. */
const NEVER_ACCEPTED = /^(?:syntax|file|schema|baseline)\//
export const mayBeAccepted = ({ code }: Pick<Finding, 'code'>) => !NEVER_ACCEPTED.test(code)

/** Looks findings up in the baseline, and remembers which entries were found. */
export class AcceptedFindings {
  /** Positions in the baseline's list whose findings are still there. */
  readonly found = new Set<number>()
  readonly #positions: ReadonlyMap<string, number>

  constructor(readonly register: Register) {
    const entries = register.baseline?.accepted ?? []
    this.#positions = new Map(entries.map((it, index) => [textOf(it), index]))
  }

  accepts(finding: Finding): boolean {
    if (this.#positions.size === 0 || !mayBeAccepted(finding)) return false
    const position = this.#positions.get(textOf(identityOf(this.register, finding)))
    if (position !== undefined) this.found.add(position)
    return position !== undefined
  }
}

const textOf = ({ rule, file, at = '', key = '' }: Accepted) => [rule, file, at, key].join('\n')

import type { Accepted } from '../model/baseline.js'
import { clean } from '../model/clean.js'
import { recordKey } from '../model/record-schemas.js'
import { recordPath } from '../model/record-path.js'
import type { Register } from '../model/register.js'
import type { Finding } from './check.js'
import { isOfReader } from './rule.js'

/** What stays the same of a finding from run to run: never its message, its line or the day of the run. */
export function identityOf(register: Register, { code, at, key }: Pick<Finding, 'code' | 'at' | 'key'>): Accepted {
  const path = recordPath(register, at)
  return { rule: code, file: at.file, ...(path && { at: path }), ...(key && { key }) }
}

/** The entry that accepts a finding, with its sentence of today for those who read the file. */
export const entryFor = (register: Register, finding: Finding): Accepted => ({
  ...identityOf(register, finding),
  message: clean(finding.message),
})

/** An entry's identity as one text; its message is no part of it, nor the folder of its record, which may be moved. */
export const identityText = ({ rule, file, at = '', key = '' }: Accepted) => [rule, recordKey(file), at, key].join('\n')

/** What cannot be read is never accepted: it counts nowhere, and every paper refuses it. */
export const mayBeAccepted = (finding: Pick<Finding, 'code'>) =>
  !isOfReader(finding) && !finding.code.startsWith('baseline/')

/** Looks findings up in the baseline, and remembers which entries were found. */
export class AcceptedFindings {
  /** Positions in the baseline's list whose findings are still there. */
  readonly found = new Set<number>()
  readonly #positions = new Map<string, number>()

  constructor(readonly register: Register) {
    for (const [index, entry] of register.baseline?.accepted.entries() ?? []) {
      const identity = identityText(entry)
      if (!this.#positions.has(identity)) this.#positions.set(identity, index)
    }
  }

  accepts(finding: Finding): boolean {
    if (this.#positions.size === 0 || !mayBeAccepted(finding)) return false
    const position = this.#positions.get(identityText(identityOf(this.register, finding)))
    if (position !== undefined) this.found.add(position)
    return position !== undefined
  }
}

/** How the entries of a baseline stand today, as positions in its list. */
export interface Standing {
  /** Their findings are still there. */
  readonly found: readonly number[]
  /** Not found, in files that could not be read whole: the finding may be there still. */
  readonly unread: readonly number[]
  /** Not found any more. */
  readonly gone: readonly number[]
  /** They say what an entry before them says. */
  readonly repeated: readonly number[]
}

/** @param found positions of the entries that accepted something */
export function standingOf({ baseline, unreadable }: Register, found: ReadonlySet<number>): Standing {
  const unread = new Set(unreadable.map(({ file }) => file))
  const standing = { found: [] as number[], unread: [] as number[], gone: [] as number[], repeated: [] as number[] }
  const seen = new Set<string>()
  for (const [index, entry] of baseline?.accepted.entries() ?? []) {
    const identity = identityText(entry)
    if (seen.has(identity)) standing.repeated.push(index)
    else if (found.has(index)) standing.found.push(index)
    else (unread.has(entry.file) ? standing.unread : standing.gone).push(index)
    seen.add(identity)
  }
  return standing
}

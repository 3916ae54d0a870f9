import { lowerFirst } from '../model/words.js'
import { concernedBy, isAskedByPolicy, type Duty } from './duty.js'
import { NEVER_HELD } from './recurring.js'

/**
 * Duties as people read them: the documents that one record lacks are together, as one line of a list, and so are the
 * reviews and assessments that it never had.
 */
export function asPeopleRead(duties: readonly Duty[]): Duty[] {
  const merged = new Map<string, Duty>()
  for (const [index, duty] of duties.entries()) {
    const why = sharedWhy(duty)
    const key = why === undefined ? String(index) : JSON.stringify([concernedBy(duty).map((it) => it.about.id), why])
    const before = merged.get(key)
    merged.set(key, before === undefined || why === undefined ? duty : together(before, duty, why))
  }
  return [...merged.values()]
}

/** What it is wanted for, where several of one record may be wanted for the same; none of them has a day. */
function sharedWhy({ kind, due, why }: Duty): string | undefined {
  if (due !== undefined) return undefined
  return kind === 'document' ? why : isAskedByPolicy(kind) ? NEVER_HELD : undefined
}

const together = (a: Duty, b: Duty, why: string): Duty => ({
  ...a,
  what: `${a.what}; ${lowerFirst(b.what)}`,
  why,
  because: [...a.because, ...b.because],
})

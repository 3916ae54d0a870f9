import { lowerFirst } from '../model/words.js'
import { forceOf } from '../model/grounds.js'
import { concernedBy, isRequiredByPolicy, type Duty } from './duty.js'
import { NEVER_HELD } from './required.js'

/**
 * Duties as they are listed: the documents that a record lacks are combined in one line, and so are the reviews and
 * assessments that it never had.
 */
export function asPeopleRead(duties: readonly Duty[]): Duty[] {
  const merged = new Map<string, Duty>()
  for (const [index, duty] of duties.entries()) {
    const why = sharedWhy(duty)
    const key =
      why === undefined
        ? String(index)
        : JSON.stringify([concernedBy(duty).map((it) => it.about.id), why, restsOn(duty)])
    const before = merged.get(key)
    merged.set(key, before === undefined || why === undefined ? duty : together(before, duty, why))
  }
  return [...merged.values()]
}

/** The reason by which duties without a day are combined; undefined where they are listed one by one. */
function sharedWhy({ kind, due, why }: Duty): string | undefined {
  if (due !== undefined) return undefined
  return kind === 'document' ? why : isRequiredByPolicy(kind) ? NEVER_HELD : undefined
}

/** Documents that must be there, that guidance asks for, and that are proposed are listed apart. */
const restsOn = ({ basis }: Duty) => (forceOf(basis) === 'must' ? 'must' : basis)

const together = (a: Duty, b: Duty, why: string): Duty => ({
  ...a,
  what: `${a.what}; ${lowerFirst(b.what)}`,
  why,
  because: [...a.because, ...b.because],
})

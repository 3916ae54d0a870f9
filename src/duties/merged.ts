import { lowerFirst } from '../model/words.js'
import type { Duty } from './duty.js'

/** Duties as people read them: the documents that one record lacks stand together, as one line of a list. */
export function asPeopleRead(duties: readonly Duty[]): Duty[] {
  const merged = new Map<string, Duty>()
  for (const [index, duty] of duties.entries()) {
    const isLacking = duty.kind === 'document' && duty.due === undefined
    const key = isLacking ? JSON.stringify([duty.about.id, duty.why]) : String(index)
    const before = merged.get(key)
    merged.set(key, before === undefined ? duty : together(before, duty))
  }
  return [...merged.values()]
}

const together = (a: Duty, b: Duty): Duty => ({
  ...a,
  what: `${a.what}; ${lowerFirst(b.what)}`,
  because: [...a.because, ...b.because],
})

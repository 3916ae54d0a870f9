import type { Duty } from './duty.js'

/** Duties as people read them: the documents that one record lacks stand together, as one line of a list. */
export function asPeopleRead(duties: readonly Duty[]): Duty[] {
  const merged: Duty[] = []
  for (const duty of duties) {
    const position = merged.findIndex((it) => belongTogether(it, duty))
    if (position === -1) merged.push(duty)
    else merged[position] = together(merged[position]!, duty)
  }
  return merged
}

const belongTogether = (a: Duty, b: Duty) =>
  a.kind === 'document' &&
  b.kind === 'document' &&
  a.due === undefined &&
  b.due === undefined &&
  a.about === b.about &&
  a.why === b.why

const together = (a: Duty, b: Duty): Duty => ({
  ...a,
  what: `${a.what}; ${b.what.charAt(0).toLowerCase()}${b.what.slice(1)}`,
  because: [...a.because, ...b.because],
})

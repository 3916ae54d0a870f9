/** A mistake in how the tool was called: one line on stderr (and what was typed, where that helps), exit code 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    /** What was typed, and the stretch that is wrong. */
    readonly shown?: { readonly text: string; readonly start: number; readonly end: number },
  ) {
    super(message)
  }
}

/** Several mistakes together, so that they can be corrected in one go. */
export class UsageErrors extends UsageError {
  constructor(readonly errors: readonly UsageError[]) {
    super(errors.map(({ message }) => message).join('\n'))
  }
}

/**
 * Tries several independent steps.
 * @throws UsageError with the mistakes of all of them
 */
export function allOf<T>(pieces: readonly (() => T)[]): T[] {
  const done: T[] = []
  const errors: UsageError[] = []
  for (const piece of pieces)
    try {
      done.push(piece())
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      errors.push(...(error instanceof UsageErrors ? error.errors : [error]))
    }
  if (errors.length > 0) throw errors.length === 1 ? errors[0]! : new UsageErrors(errors)
  return done
}

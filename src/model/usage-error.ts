/** The tool cannot do its work as it was called: one line on stderr (and what was typed, where that helps), exit code 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
    /** What was typed, and the stretch of it that is meant. */
    readonly shown?: { readonly text: string; readonly start: number; readonly end: number },
  ) {
    super(message)
  }
}

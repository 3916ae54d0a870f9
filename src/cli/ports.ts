/** Everything outside the program that a command may use; built once, in `start.ts`. */
export interface Ports {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: { readonly isTerminal: boolean }
  readonly stdout: Stream
  readonly stderr: Stream
  readonly clock: Clock
  /** At a terminal, where a person may be waiting. */
  readonly progress?: Progress | undefined
}

export interface Stream {
  /** Bytes are those of a Word file. */
  write(text: string | Uint8Array): void
  readonly isTerminal: boolean
  /** Columns of the terminal; 80 if there is none. */
  readonly width: number
}

export interface Clock {
  /** Today, `YYYY-MM-DD`, in a time zone. */
  today(timeZone: string): string
  /** The local time, `14:32:07`. */
  time(): string
  /** Milliseconds since the program started; never decreases. */
  elapsed(): number
}

/** Reports progress at a terminal. */
export interface Progress {
  /** `Reading 4,200 of 10,000 files`, after a second. */
  reading(done: number, of: number): void
  /** `Checking 10,000 partnerships`. */
  checking(partnerships: number): void
  /** Removes the line, before anything else is written. */
  end(): void
}

/** 0 clean, 1 findings at or above the fail level, 2 the tool could not do its work. */
export type ExitCode = 0 | 1 | 2

/** What a command does with its exit code. */
export type Exit = (code: ExitCode) => void

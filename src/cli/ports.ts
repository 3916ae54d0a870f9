import type { RecordCache } from '../source/cache.js'

/** What a command may use of the world; built once, in `start.ts`. */
export interface Ports {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: { readonly isTerminal: boolean }
  readonly stdout: Stream
  readonly stderr: Stream
  readonly clock: Clock
  /** What was made of files of registers, by content, in this run and in earlier ones; undefined to read everything again. */
  readonly records?: RecordCache | undefined
  /** Where somebody at a terminal may be waiting. */
  readonly progress?: Progress | undefined
}

export interface Stream {
  write(text: string): void
  readonly isTerminal: boolean
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number
}

export interface Clock {
  /** Today, `YYYY-MM-DD`, in a time zone. */
  today(timeZone: string): string
  /** The time of day where the tool runs, `14:32:07`. */
  time(): string
  /** Milliseconds since the program began; never goes back. */
  elapsed(): number
}

/** Tells at a terminal how far work has come. */
export interface Progress {
  /** `Reading 4,200 of 10,000 files`; shown once the work has taken a second. */
  reading(done: number, of: number): void
  /** `Checking 10,000 partnerships`. */
  checking(partnerships: number): void
  /** Takes the line away, before anything else is written. */
  end(): void
}

/** 0 clean, 1 findings at or above the fail level, 2 the tool could not do its work. */
export type ExitCode = 0 | 1 | 2

/** What a command does with its exit code. */
export type Exit = (code: ExitCode) => void

import type * as z from 'zod'
import type { Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'

/** What a paper is built from. */
export interface PaperInput {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
  /** Id of the update whose narrative it takes; the latest one otherwise. */
  readonly update: string | undefined
  /** Who made it of what: revision, counts; ends up in the provenance line. */
  readonly provenance: string
}

/** A paper: a folder with its view model, how it is built, and a template of the same name. */
export interface Paper {
  readonly name: string
  readonly summary: string
  readonly view: z.ZodType
  /** Builds the view; null where something is not stated, so that every key is always there. */
  build(input: PaperInput): { readonly view: object; readonly narrative: Readonly<Record<string, string>> }
}

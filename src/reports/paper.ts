import type * as z from 'zod'
import type { Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import type { Update } from '../model/update.js'
import type { PolicyAnswers } from '../policy/answers.js'

/** What a paper is built from. */
export interface PaperInput {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
  /** The update whose narrative it takes; undefined where the register has none. */
  readonly update: Update | undefined
  /** Who made it of what: revision, counts; ends up in the provenance line. */
  readonly provenance: string
}

/** What a paper's template is rendered with. */
export interface PaperContent {
  /** Null where something is not stated, so that every key is always there. */
  readonly view: object
  /** Sections of the update by the names that the template knows, each a template over the same view. */
  readonly narrative: Readonly<Record<string, string>>
}

/** A paper: a folder with its view model, how it is built, and a template of the same name. */
export interface Paper {
  readonly name: string
  readonly summary: string
  readonly view: z.ZodType
  build(input: PaperInput): PaperContent
}

import type * as z from 'zod'
import type { State } from '../diff/fact.js'
import type { Letter } from '../duties/letters.js'
import type { Day } from '../model/day.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { At } from '../model/place.js'
import type { Register } from '../model/register.js'
import type { Update } from '../model/update.js'
import type { PolicyAnswers } from '../policy/answers.js'
import type { Check } from '../rules/check.js'
import type { ReviewStatuses } from '../stamps/review-status.js'

/** What can be requested of a paper beside its day; a command refuses what the paper does not take. */
export type PaperOption = 'update' | 'subject' | 'sample' | 'since' | 'people' | 'papers'

/** Which partnerships an evidence pack is about: those that are named, or a sample. */
export interface SampleOptions {
  readonly ids: readonly string[]
  /** How many to draw; the paper decides when undefined. */
  readonly size: number | undefined
  /** The same seed draws the same sample from the same register; the day of the paper when undefined. */
  readonly seed: string | undefined
}

/** The state of the register that changes are counted from. */
export interface Since {
  readonly day: Day
  /** As a paper names it: `31 October 2018`. */
  readonly said: string
  /** The revision that holds the earlier state: `revision 1a2b3c4d of 31 October 2018`. */
  readonly revision: string | undefined
  /** The register as it was then, judged as of the day of the paper; undefined where no history reaches back so far, and only dated entries count. */
  readonly before: State | undefined
}

/** What a paper is built from. */
export interface PaperInput {
  readonly register: Register
  readonly policy: PolicyAnswers
  readonly asOf: Day
  /** Partnerships compared with the stamps of their reviews; undefined where nobody compares them. */
  readonly reviewStatuses?: ReviewStatuses | undefined
  /** What the rules find, of a paper that needs it. */
  readonly check?: Check | undefined
  /** The update whose narrative it takes; undefined where the register has none. */
  readonly update: Update | undefined
  /** Who made it of what: revision, counts; ends up in the provenance line. */
  readonly provenance: string
  /** What readers need to know first, each a sentence; shown under the title. */
  readonly notices?: readonly string[]
  /** The partnership that the paper is about; undefined when none was named. */
  readonly subject?: Partnership | undefined
  /** The organisation that `partners show` describes. */
  readonly organisation?: Organisation | undefined
  /** The letter that `partners chase` writes. */
  readonly letter?: Letter | undefined
  readonly sample?: SampleOptions | undefined
  /** Names of those who wrote and present it, given when it is made: a register keeps roles. */
  readonly people?: { readonly author: readonly string[]; readonly presenter: readonly string[] } | undefined
  readonly since?: Since | undefined
  /** The papers of a pack, with the address of each within it. */
  readonly contents?: readonly { readonly title: string; readonly anchor: string }[] | undefined
  /** `file:line` of a place, for papers whose readers look entries up in the files. */
  readonly say?: (at: At) => string
}

/** What a paper's template is rendered with. */
interface PaperContent<View extends object = object> {
  /** Null where something is not stated, so that every key is always there. */
  readonly view: View
  /** Sections of the update by the names that the template knows, each a template over the same view. */
  readonly narrative: Readonly<Record<string, string>>
}

/** A paper: a folder with its sections, and a template of the same name. `definePaper` makes it of them. */
export interface Paper<View extends object = object> {
  readonly name: string
  readonly summary: string
  readonly view: z.ZodType
  /** What can be requested of it. */
  readonly takes?: readonly PaperOption[]
  /** Is it about one partnership, so that one must be named? */
  readonly needsSubject?: true
  /** For which partnerships it shows what changed since their reviews; the history of no other is read. */
  readonly needsReviewStatuses?: 'all' | 'subject'
  /** Does it show what the rules find? */
  readonly needsCheck?: true
  /** Does it leave out confidential partnerships, and count them? Every other paper warns that it names them. */
  readonly leavesOutConfidential?: true
  build(input: PaperInput): PaperContent<View>
}

import * as z from 'zod'
import { formCounts, formView } from '../forms.js'
import { count, maybe, rows, text, texts } from '../view-parts.js'

/** A document, and the partnership or organisation that has to hold it. */
const held = { title: text, holder: text }
/** How it stands, in words; why it is asked for. */
const reviewStatus = { stands: text, why: text }

/** Everything that the template of the paper on documents may name. */
export const documentsView = z.strictObject({
  title: text,
  organisation: text,
  asOf: text,

  /** Partnerships that have not ended, parts counted with their wholes. */
  partnerships: count,
  /** Those of them that are only proposed. */
  proposed: count,
  /** Documents that are needed for certain, without those that are not applicable. */
  needed: count,
  inForce: count,
  notSigned: count,
  expired: count,
  missing: count,
  notApplicable: count,
  perhaps: count,
  /** Demands that a document meets which counts in another row. */
  metToo: count,
  soon: count,
  /** The last day of what runs out soon. */
  soonUntil: text,

  /** How complete each type is; types that are needed nowhere for certain are not here. */
  types: rows({
    title: text,
    ofPartner: z.boolean(),
    needed: count,
    inForce: count,
    notSigned: count,
    expired: count,
    missing: count,
    perhaps: count,
  }),
  /** What has run out, the longest ago first, and what soon will. */
  expiredList: rows({ ...held, day: text, lead: maybe }),
  soonList: rows({ ...held, day: text, lead: maybe }),
  unsignedList: rows({ ...held, state: text, note: maybe, lead: maybe }),
  /** The latest self-assessments of partners, and the answers that policy does not accept. */
  forms: z.strictObject({ ...formCounts, list: formView }),
  /** `beforeStart` says which of them are needed only before a partnership starts. */
  missingList: rows({ title: text, count, of: text, beforeStart: maybe }),
  /** What is not known, what may be needed once it is, and of whom; what decides most comes first. */
  undecided: rows({ facts: texts, documents: texts, of: text }),
  notApplicableList: rows({ ...held, reason: text }),
  /** `further` is one more of a kind that is asked for; the others nobody asks for. */
  unaskedList: rows({ ...held, stands: text, further: z.boolean(), note: maybe }),

  /** What each partnership needs, its parts’ partners with it; what is asked of a partner of several is not here. */
  blocks: rows({ name: text, rows: rows({ ...held, ...reviewStatus }), elsewhere: texts }),
  /** Partnerships of which nothing is needed for certain. */
  nothing: texts,
  /** Partners’ own documents that serve several partnerships. */
  shared: rows({ ...held, ...reviewStatus, partnerships: texts }),
  /** Partnerships of which partners are not known, so that their documents cannot be asked for. */
  partnersOpen: count,
  /** Those of them that have partners who are not named, and those of which none is stated. */
  unnamed: texts,
  unstated: texts,

  /** What policy says of each type that is needed, or may be. */
  policy: rows({ title: text, signedBy: maybe, valid: text, source: maybe }),

  provenance: text,
})

export type DocumentsView = z.output<typeof documentsView>

/** What one section of the paper puts into the view. */
export type Section<Key extends keyof DocumentsView> = Pick<DocumentsView, Key>

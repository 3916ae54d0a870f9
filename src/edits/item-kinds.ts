/** A kind of item that `partners record` adds to a partnership. */
export interface ItemKind {
  /** The key of its list. */
  readonly list: string
  /** What it is, for help and questions. */
  readonly help: string
  /** The field that `--text` fills; undefined where the grades determine which comment it is. */
  readonly text: string | undefined
  /** The field that `--date` fills, where it has one. */
  readonly date: string | undefined
  /** Is it news of a day, so that it is of today unless said, and never of a day to come? */
  readonly isOfDay: boolean
  /** Fields that a person at a terminal is asked for, in this order. */
  readonly asks: readonly string[]
  /** Fields without which it says nothing, though the file may lack them; each group needs one. */
  readonly needs?: readonly string[]
  /** Fields that the file may lack, and a new item must not. */
  readonly requires?: readonly string[]
  /** Fields that the tool fills. */
  readonly made?: readonly string[]
}

/** What can be recorded, by its name on the command line. */
export const ITEM_KINDS = {
  review: {
    list: 'reviews',
    help: 'Add a full review',
    text: 'note',
    date: 'date',
    isOfDay: true,
    asks: ['date', 'by', 'outcome', 'note'],
    requires: ['by', 'outcome'],
    made: ['stamp'],
  },
  assessment: {
    list: 'assessments',
    help: 'Add grades of governance, relationships and outcomes',
    text: undefined,
    date: 'date',
    isOfDay: true,
    asks: ['date', 'by', 'governance', 'relationships', 'outcomes'],
    needs: ['governance', 'relationships', 'outcomes'],
  },
  headline: {
    list: 'headlines',
    help: 'Add news for the Board',
    text: 'text',
    date: 'date',
    isOfDay: true,
    asks: ['date', 'tone', 'text'],
  },
  action: {
    list: 'actions',
    help: 'Add something that somebody has to do',
    text: 'title',
    date: 'due',
    isOfDay: false,
    asks: ['title', 'owner', 'due'],
  },
  document: {
    list: 'documents',
    help: 'Add a document that is in force, renewed, requested or not required',
    text: 'note',
    date: 'signed',
    isOfDay: false,
    asks: ['type', 'organisation', 'signed', 'expires', 'link'],
  },
  risk: {
    list: 'risks',
    help: 'Add a risk: something that could go wrong',
    text: 'title',
    date: 'opened',
    isOfDay: false,
    asks: ['title', 'category', 'likelihood', 'consequence', 'mitigation', 'owner', 'due'],
    needs: ['title', 'category', 'none'],
  },
  milestone: {
    list: 'milestones',
    help: 'Add a step of the plan',
    text: 'title',
    date: 'due',
    isOfDay: false,
    asks: ['title', 'due'],
  },
  'quality-review': {
    list: 'quality-reviews',
    help: 'Add a peer review by another partner',
    text: 'title',
    date: 'due',
    isOfDay: false,
    asks: ['title', 'reviewer', 'reviewed', 'state', 'due'],
  },
  amount: {
    list: 'amounts',
    help: 'Add other money: a managed budget, running costs, a saving, a one-off sum',
    text: 'title',
    date: 'period',
    isOfDay: false,
    asks: ['title', 'amount', 'per', 'from', 'for'],
  },
  partner: {
    list: 'partners',
    help: 'Add an organisation that joins, or a group without names',
    text: 'note',
    date: undefined,
    isOfDay: false,
    asks: ['organisation', 'roles', 'share'],
    needs: ['organisation', 'group'],
  },
} as const satisfies Record<string, ItemKind>

export type ItemKindName = keyof typeof ITEM_KINDS

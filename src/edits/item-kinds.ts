/** A kind of item that `partners record` adds to a partnership, or to an audit or evaluation. */
export interface ItemKind {
  /** The key of its list. */
  readonly list: string
  /** What it is, for help and questions. */
  readonly help: string
  /** The field that `--text` fills; for an assessment, the grades determine which comment it is. */
  readonly text?: string
  /** The field that `--date` fills, if it has one. */
  readonly date?: string
  /** Is it dated by the day on which it happened? Then the day is today by default, and never in the future. */
  readonly isOfDay?: true
  /** Fields that a person at a terminal is asked for, in this order. */
  readonly asks: readonly string[]
  /** Fields of which a new item needs at least one, although a file may lack all of them. */
  readonly needs?: readonly string[]
  /** Fields that a new item must have, although a file may lack them. */
  readonly requires?: readonly string[]
  /** Fields that the tool fills. */
  readonly filled?: readonly string[]
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
    filled: ['stamp'],
  },
  assessment: {
    list: 'assessments',
    help: 'Add grades of governance, relationships and outcomes',
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
    asks: ['title', 'owner', 'due'],
  },
  document: {
    list: 'documents',
    help: 'Add a document that is in force, renewed, requested or not required',
    text: 'note',
    date: 'signed',
    asks: ['type', 'organisation', 'signed', 'expires', 'link'],
  },
  risk: {
    list: 'risks',
    help: 'Add a risk: something that could go wrong',
    text: 'title',
    date: 'opened',
    asks: ['title', 'category', 'likelihood', 'consequence', 'mitigation', 'owner', 'due'],
    needs: ['title', 'category', 'none'],
  },
  milestone: {
    list: 'milestones',
    help: 'Add a step of the plan',
    text: 'title',
    date: 'due',
    asks: ['title', 'due'],
  },
  'quality-review': {
    list: 'quality-reviews',
    help: 'Add a peer review by another partner',
    text: 'title',
    date: 'due',
    asks: ['title', 'reviewer', 'reviewed', 'state', 'due'],
    // by area and question, they come with a form
    filled: ['grades', 'answers'],
  },
  benefit: {
    list: 'benefits',
    help: 'Add what it is meant to achieve, with its measure and its day',
    text: 'title',
    date: 'due',
    asks: ['title', 'measure', 'baseline', 'target', 'due', 'owner'],
  },
  measure: {
    list: 'measures',
    help: 'Add a figure of activity or performance',
    text: 'title',
    date: 'period',
    asks: ['title', 'period', 'actual', 'target'],
  },
  evaluation: {
    list: 'evaluations',
    help: 'Add an evaluation of the partnership',
    text: 'title',
    date: 'due',
    asks: ['title', 'by', 'state', 'due'],
  },
  recommendation: {
    list: 'recommendations',
    help: 'Add what was recommended, by an audit, an evaluation or somebody else',
    text: 'title',
    date: 'due',
    asks: ['title', 'priority', 'response', 'owner', 'due'],
  },
  issue: {
    list: 'issues',
    help: 'Add what has gone wrong',
    text: 'title',
    date: 'opened',
    asks: ['title', 'owner', 'opened'],
  },
  interest: {
    list: 'interests',
    help: 'Add a declared interest',
    text: 'what',
    date: 'declared',
    asks: ['who', 'what', 'declared'],
  },
  amount: {
    list: 'amounts',
    help: 'Add other money: a managed budget, running costs, a saving, a one-off sum',
    text: 'title',
    date: 'period',
    asks: ['title', 'amount', 'per', 'from', 'for'],
  },
  partner: {
    list: 'partners',
    help: 'Add an organisation that joins, or a group without names',
    text: 'note',
    asks: ['organisation', 'roles', 'share'],
    needs: ['organisation', 'group'],
  },
} as const satisfies Record<string, ItemKind>

export type ItemKindName = keyof typeof ITEM_KINDS

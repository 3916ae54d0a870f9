/** The forms that can be printed, and what each is for. */
export const FORMS = {
  'self-assessment': 'What a partner says about its own governance; for one organisation',
  'risk-profile': 'The risks of a partnership, by category; for one partnership',
  screening: 'The five questions that decide which papers are needed; for one partnership',
  'quality-review': 'What a peer finds on a visit, by area; for one partnership',
} as const
export type FormName = keyof typeof FORMS

/** The key of a YAML form under which an answer stands. */
export type Listing = 'answers' | 'risks' | 'areas' | 'actions'

/** A place for an answer. */
export interface FormField {
  readonly key: string
  /** What to write there, as a reader of the form sees it. */
  readonly label: string
  /** More about it, where the label does not say enough. */
  readonly help?: string | undefined
  /** What is known already, to be confirmed or corrected. */
  readonly last?: string | undefined
  /** Does the form itself fill it, as the id of a risk? Only files have it. */
  readonly isFixed?: true
}

/** A question, or one of several things that are asked in the same way, such as a risk. */
export interface FormQuestion {
  readonly in: Listing
  /** A1; of things without a number, undefined. */
  readonly id?: string | undefined
  readonly text: string
  /** How to answer, what is acceptable and why it is asked: a sentence each. */
  readonly notes: readonly string[]
  readonly fields: readonly FormField[]
}

export interface FormSection {
  readonly title: string
  readonly text?: string | undefined
  /** A scale in words. */
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  readonly questions: readonly FormQuestion[]
}

/** A form as data: what is asked, with the last answers; every format is made of it. */
export interface Form {
  readonly name: FormName
  readonly title: string
  /** `organisations/elmore`; undefined on a blank form. */
  readonly for?: string | undefined
  /** What it is for and how to fill it in, a paragraph each. */
  readonly about: readonly string[]
  /** What is asked about the form itself. */
  readonly head: readonly FormField[]
  readonly sections: readonly FormSection[]
}

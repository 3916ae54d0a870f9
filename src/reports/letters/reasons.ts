import { isRequiredByPolicy, type Duty } from '../../duties/duty.js'
import { capital } from '../../model/words.js'
import type { DocumentDuty } from '../../policy/documents.js'

/** What a demand for a document is based on, and where that is written. */
type Cited = DocumentDuty & { readonly basis?: Basis; readonly source?: string }
type Basis = 'law' | 'regulation' | 'guidance' | 'standard-contract' | 'ours' | 'proposal'

/** What is said of each basis; of our own policy nothing, as the letter says that it asks where nothing else is named. */
const BASES: Readonly<Record<Basis, string | undefined>> = {
  law: 'The law requires it',
  regulation: 'Regulations require it',
  'standard-contract': 'The standard contract requires it',
  guidance: 'Guidance asks for it',
  ours: undefined,
  proposal: undefined,
}

/** The weightiest first, as a reader may not get to the end. */
export const byWeight = (a: Duty, b: Duty): number => weightOf(a) - weightOf(b)
const weightOf = ({ document }: Duty) =>
  document === undefined ? -1 : Object.keys(BASES).indexOf((document as Cited).basis ?? 'proposal')

/** Why a duty is one, as the role that answers for it reads it. */
export function describeWhy({ document, kind, why }: Duty): string | undefined {
  if (document === undefined) return SELF_EVIDENT.has(kind) ? undefined : `${capital(why)}.`
  const because = document.reasons.length === 0 ? undefined : `because ${document.reasons.join(' and ')}`
  const basis = describeBasis(document)
  if (basis !== undefined) return `${[basis, because].filter(Boolean).join(', ')}.`
  return because && `Asked for ${because}.`
}

/** What was promised is due because it was; other kinds of promise say to whom, or how far it got. */
const SELF_EVIDENT: ReadonlySet<Duty['kind']> = new Set(['action', 'milestone', 'risk'])

/** Why a document is asked for, as the partner reads it: none of the facts and gradings that make us ask. */
export const describeWhyToPartner = ({ document }: Duty): string | undefined => {
  const basis = document && describeBasis(document)
  return basis && `${basis}.`
}

/** The law or guidance, with its title where that is known. */
function describeBasis({ basis = 'proposal', source }: Cited): string | undefined {
  const words = BASES[basis]
  return words === undefined || source === undefined ? words : `${words} (${source})`
}

/** What its reader is to send back, by kind of duty. */
const REPLIES: Readonly<Record<Duty['kind'], string>> = {
  review: 'for a full review: the day on which it was held, what it decided and who decided it',
  assessment: 'for an assessment: the day, and a grade for governance, relationships and outcomes',
  'quality-review': 'for a peer quality review: its report, or the day on which it will be held',
  document: 'for a document: the document with its dates and who signed it, or where it is kept',
  action: 'for an action: the day on which it was done, or the day by which it will be',
  milestone: 'for a milestone: the day on which it was reached, or the day by which it will be',
  risk: 'for a risk: what has been done about it, and whether its score is still right',
  benefit: 'for a benefit: the figure that was reached, and when it was measured',
  'next-step': 'for a next step: what the Board can be shown, in a sentence',
  evaluation: 'for an evaluation or audit: its report, or the day on which it will report',
  recommendation: 'for a recommendation: what was done about it, and when',
  term: 'for the end of a term: whether the partnership goes on, is changed or ends',
  decision: 'for a decision that expires: whether it is still needed, why, and until when',
}

/** What to send back for some duties, each kind once. */
export const repliesTo = (duties: readonly Duty[]): string[] =>
  [...new Set(duties.map((it) => it.kind))]
    .sort((a, b) => Number(isRequiredByPolicy(b)) - Number(isRequiredByPolicy(a)))
    .map((kind) => REPLIES[kind])

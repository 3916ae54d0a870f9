import { isRequiredByPolicy, type Duty } from '../../duties/duty.js'
import { forceOf, isFromOutside, type Basis } from '../../model/grounds.js'
import { capital, lowerFirst } from '../../model/words.js'
import type { DocumentDuty } from '../../policy/documents.js'
import { withoutStop } from '../phrases.js'

/** What is said of each basis; of our own policy nothing, as the letter says that it requires what has nothing else beside it. */
const SAID: Readonly<Partial<Record<Basis, string>>> = {
  law: 'The law requires it',
  regulation: 'Regulations require it',
  'standard-contract': 'The NHS Standard Contract requires it',
  guidance: 'Guidance recommends it',
  // a law that it rests on does not demand the document itself
  proposal: 'We suggest it, but it is not required',
}

/** The weightiest first, as a reader may not get to the end: reviews, then documents by what demands them. */
export const byWeight = (a: Duty, b: Duty): number => weightOf(a) - weightOf(b)
const weightOf = ({ document, basis = 'ours' }: Duty) => (document === undefined ? -1 : ORDER.indexOf(basis))
const ORDER: readonly Basis[] = ['law', 'regulation', 'standard-contract', 'ours', 'guidance', 'proposal']

/** Why a duty is one, as the role that answers for it reads it. */
export function describeWhy({ document, why }: Duty): string | undefined {
  if (document === undefined) return SELF_EVIDENT.has(why) ? undefined : `${withoutStop(capital(why))}.`
  const { basis, reasons, why: source } = document
  if (basis !== undefined) return describeDemand(document)
  // of an earlier policy, which has its sources as reasons
  const named = source === undefined ? '' : ` (${source})`
  return reasons.length === 0 ? undefined : `Asked for because ${reasons.join(' and ')}${named}.`
}

/** Reasons that say no more than the heading does. */
const SELF_EVIDENT: ReadonlySet<string> = new Set(['the action is open', 'a milestone in its plan', 'the risk is open'])

/**
 * Why a document is asked for, as the partner reads it: none of the facts and gradings that make us ask. Only what binds
 * us both has its reason; reasons of our own are about partners, and not written to one.
 */
export function describeWhyToPartner({ document }: Duty): string | undefined {
  const { basis, source, why } = document ?? {}
  if (basis === 'proposal') return 'It is not required, but we would be grateful for it.'
  if (!isFromOutside(basis)) return undefined
  return describeDemand({ basis, source, why: forceOf(basis) === 'must' ? why : undefined })
}

/** `The law requires it (UK GDPR, article 28): a processor acts only on documented instructions.` Our own policy is not cited. */
function describeDemand({ basis, source, why }: Pick<DocumentDuty, 'basis' | 'source' | 'why'>): string | undefined {
  const said = basis && SAID[basis]
  const reason = why && withoutStop(why)
  if (said === undefined) return reason && `${capital(reason)}.`
  const cited = source === undefined ? said : `${said} (${basis === 'proposal' ? 'see ' : ''}${source})`
  return reason === undefined ? `${cited}.` : `${cited}: ${lowerFirst(reason)}.`
}

/** Does our own policy require a document, and nothing else? An entry without a basis is our own decision. */
export const isOurDemand = ({ document }: Duty): boolean =>
  document !== undefined && (document.basis ?? 'ours') === 'ours'

/** What its reader is to send back, by kind of duty. */
const REPLIES: Readonly<Record<Duty['kind'], string>> = {
  review: 'for a full review: the date on which it was held, what it decided and who decided it',
  assessment: 'for an assessment: the date, and a grade for governance, relationships and outcomes',
  'quality-review': 'for a peer quality review: its report, or the date on which it will be held',
  document: 'for a document: the document with its dates and who signed it, or where it is kept',
  action: 'for an action: the date on which it was done, or the date by which it will be',
  milestone: 'for a milestone: the date on which it was reached, or the date by which it will be',
  risk: 'for a risk: what has been done about it, and whether its score is still right',
  benefit: 'for a benefit: the figure that was reached, and when it was measured',
  'next-step': 'for a next step: what the Board can be shown, in a sentence',
  evaluation: 'for an evaluation or audit: its report, or the date on which it will report',
  recommendation: 'for a recommendation: what was done about it, and when',
  term: 'for the end of a term: whether the partnership goes on, is changed or ends',
  decision: 'for a decision that expires: whether it is still needed, why, and until when',
}

/** What to send back for some duties, each kind once. */
export const repliesTo = (duties: readonly Duty[]): string[] =>
  [...new Set(duties.map((it) => it.kind))]
    .sort((a, b) => Number(isRequiredByPolicy(b)) - Number(isRequiredByPolicy(a)))
    .map((kind) => REPLIES[kind])

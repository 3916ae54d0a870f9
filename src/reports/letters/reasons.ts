import { isRequiredByPolicy, type Duty } from '../../duties/duty.js'
import type { Basis } from '../../model/grounds.js'
import { capital } from '../../model/words.js'
import { withoutStop } from '../phrases.js'

/** What is said of each basis; of our own policy nothing, as the letter says that it asks where nothing else is named. */
const SAID: Readonly<Partial<Record<Basis, string>>> = {
  law: 'The law requires it',
  regulation: 'Regulations require it',
  'standard-contract': 'The NHS Standard Contract requires it',
  guidance: 'Guidance asks for it',
}

/** The weightiest first, as a reader may not get to the end: reviews, then documents by what demands them. */
export const byWeight = (a: Duty, b: Duty): number => weightOf(a) - weightOf(b)
const weightOf = ({ document, basis = 'ours' }: Duty) => (document === undefined ? -1 : ORDER.indexOf(basis))
const ORDER: readonly Basis[] = ['law', 'regulation', 'standard-contract', 'ours', 'guidance', 'proposal']

/** Why a duty is one, as the role that answers for it reads it: what it is, and not what it is not. */
export function describeWhy(duty: Duty): string | undefined {
  const { document, why, source } = duty
  if (document === undefined) return SELF_EVIDENT.has(why) ? undefined : `${withoutStop(capital(why))}.`
  const reasons = document.reasons.filter((it) => !it.startsWith('not ('))
  const because = reasons.length === 0 ? undefined : `because ${reasons.join(' and ')}`
  const basis = describeBasis(duty)
  if (basis !== undefined) return `${[basis, because].filter(Boolean).join(', ')}.`
  const named = source === undefined ? '' : ` (${source})`
  return because && `Asked for ${because}${named}.`
}

/** Reasons that say no more than the heading does. */
const SELF_EVIDENT: ReadonlySet<string> = new Set(['the action is open', 'a milestone in its plan', 'the risk is open'])

/**
 * Why a document is asked for, as the partner reads it: the law, but none of the facts and gradings that make us ask, and no
 * paper of ours.
 */
export function describeWhyToPartner(duty: Duty): string | undefined {
  const basis = describeBasis(duty)
  return basis && `${basis}.`
}

/** The law or guidance, with its title where that is known; undefined for our own policy. */
function describeBasis({ basis, source }: Duty): string | undefined {
  const said = basis && SAID[basis]
  return said === undefined || source === undefined ? said : `${said} (${source})`
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

import type { Day } from './day.js'
import type { Partnership } from './partnership.js'

export type Benefit = Partnership['benefits'][number]

/**
 * The state of a benefit on a day: its recorded outcome, or what its figures show. A benefit is `unclear` if something was
 * reached by the day and the figures do not show whether that meets the target.
 */
export type BenefitState = 'met' | 'partly-met' | 'missed' | 'given-up' | 'unclear' | 'past-due' | 'ahead'

export function benefitState(benefit: Benefit, asOf: Day): BenefitState {
  const { outcome, actual, due } = benefit
  if (outcome !== undefined) return outcome
  const isOver = due !== undefined && due.last < asOf
  if (actual === undefined) return isOver ? 'past-due' : 'ahead'
  const met = isMet(benefit)
  if (met === true) return 'met'
  return !isOver ? 'ahead' : met === false ? 'missed' : 'unclear'
}

/** Does it need attention, as it is short of its target, past its day, or unclear? */
export const isShort = (state: BenefitState) =>
  state === 'missed' || state === 'partly-met' || state === 'unclear' || state === 'past-due'

/** Was the target met? The baseline shows whether more or less is better; undefined where that cannot be known. */
function isMet({ target, actual, baseline }: Benefit) {
  if (target === undefined || actual === undefined) return undefined
  if (target.trim().toLowerCase() === actual.trim().toLowerCase()) return true
  const [wanted, reached, before] = [target, actual, baseline].map((it) => numberIn(it))
  if (wanted === undefined || reached === undefined || wanted.unit !== reached.unit) return undefined
  if (wanted.number === reached.number) return true
  if (before === undefined || before.unit !== wanted.unit || before.number === wanted.number) return undefined
  return wanted.number > before.number ? reached.number > wanted.number : reached.number < wanted.number
}

/** A text that is one number with its unit: `12.5 days`, `95%`, `£1,200`; undefined for any other. */
function numberIn(text: string | undefined) {
  const found = /^(\D*?)(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(\D*)$/.exec(text?.trim() ?? '')
  if (found === null) return undefined
  const [, before, number, after] = found as unknown as [string, string, string, string]
  return { number: Number(number.replaceAll(',', '')), unit: `${before.trim()} ${after.trim()}`.toLowerCase() }
}

/** The state of a benefit in words. */
export const BENEFIT_WORDS: Readonly<Record<BenefitState, string>> = {
  met: 'met',
  'partly-met': 'partly met',
  missed: 'missed',
  'given-up': 'no longer sought',
  unclear: 'not said whether it is met',
  'past-due': 'past its day, nothing recorded',
  ahead: 'to come',
}

/** `9 wanted, 12.5 reached`; empty where neither is stated. */
export const describeReached = ({ target, actual }: Benefit): string =>
  [target && `${target} wanted`, actual && `${actual} reached`].filter(Boolean).join(', ')

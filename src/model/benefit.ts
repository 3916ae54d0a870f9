import type { Day } from './day.js'
import type { Partnership } from './partnership.js'

export type Benefit = Partnership['benefits'][number]

/**
 * How a benefit stands on a day: its outcome as recorded, or as its figures show. `unclear` is one that reached something by
 * the day, where the figures do not show whether that is what was wanted.
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

/** Does somebody have to see to it: is it short of its target, past its day, or not known to be either? */
export const isShort = (state: BenefitState) =>
  state === 'missed' || state === 'partly-met' || state === 'unclear' || state === 'past-due'

/** Is what was reached what was wanted? The way from the baseline to the target tells which way is better; undefined where nothing does. */
function isMet({ target, actual, baseline }: Benefit): boolean | undefined {
  if (target === undefined || actual === undefined) return undefined
  if (target.trim().toLowerCase() === actual.trim().toLowerCase()) return true
  const [wanted, reached, before] = [target, actual, baseline].map((it) => numberIn(it))
  if (wanted === undefined || reached === undefined || wanted.unit !== reached.unit) return undefined
  if (wanted.number === reached.number) return true
  if (before === undefined || before.unit !== wanted.unit || before.number === wanted.number) return undefined
  return wanted.number > before.number ? reached.number > wanted.number : reached.number < wanted.number
}

/** A text that is one number with its unit: `12.5 days`, `95%`, `£1,200`; undefined for any other. */
function numberIn(text: string | undefined): { readonly number: number; readonly unit: string } | undefined {
  const found = /^(\D*?)(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(\D*)$/.exec(text?.trim() ?? '')
  if (found === null) return undefined
  const [, before, number, after] = found as unknown as [string, string, string, string]
  return { number: Number(number.replaceAll(',', '')), unit: `${before.trim()} ${after.trim()}`.toLowerCase() }
}

/** How a benefit stands, in words. */
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

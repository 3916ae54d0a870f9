import { choice, day, text } from './fields.js'
import type { Day, InexactDay } from './day.js'

/** What a demand of a policy rests on. docs/domain.md, section 4. */
const BASES = {
  law: 'an Act of Parliament, or the UK GDPR',
  regulation: 'regulations made under an Act',
  'standard-contract': 'the NHS Standard Contract',
  guidance: 'guidance of government, a regulator or a professional body',
  ours: 'a decision of our own',
  proposal: 'a proposal, for us to decide',
} as const
export type Basis = keyof typeof BASES

/** Bases as papers and reasons name them. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  law: 'law',
  regulation: 'regulations',
  'standard-contract': 'NHS Standard Contract',
  guidance: 'guidance',
  ours: 'our own decision',
  proposal: 'proposal',
}

/** What binds us must be there; what is only advised or proposed should be. */
export type Force = 'must' | 'should'

/**
 * Must, where law, regulations, the standard contract or a decision of our own demand it; should, where guidance or a
 * proposal does. An entry without a basis is as binding as our own decision, as all were before bases were recorded.
 */
export const forceOf = (basis: Basis | undefined): Force =>
  basis === 'guidance' || basis === 'proposal' ? 'should' : 'must'

/** `must: law`, `should: guidance`. */
export const formatForce = (basis: Basis | undefined): string =>
  basis === undefined ? 'must: basis not stated' : `${forceOf(basis)}: ${BASIS_WORDS[basis]}`

/** Bases that come into force on a day, and are looked up in a source. Our own demands apply on any day. */
export const isFromOutside = (basis: Basis | undefined): boolean =>
  basis !== undefined && basis !== 'ours' && basis !== 'proposal'

/** What an entry of a policy rests on: fields that all of its kinds have. */
export const grounds = {
  basis: choice('Basis', 'What it rests on; our own decision where left out.', BASES).optional(),
  source: text('Source', 'The law or paper, with its section and year, as papers print it.').optional(),
  why: text('Why', 'The reason, in words for those who are asked.').optional(),
}

/** For entries that law, regulations, guidance or a standard contract demands: the days on which they do. */
export const appliesOn = {
  'applies-from': day('Applies from', 'The day on which it came into force; it is not required before.').optional(),
  'applies-to': day('Applies to', 'Its last day in force; it is not required afterwards.').optional(),
}

interface Applies {
  readonly 'applies-from'?: InexactDay | undefined
  readonly 'applies-to'?: InexactDay | undefined
}

/** Is an entry in force on a day? */
export const isInForce = ({ 'applies-from': from, 'applies-to': to }: Applies, asOf: Day): boolean =>
  (from === undefined || from.first <= asOf) && (to === undefined || to.last >= asOf)

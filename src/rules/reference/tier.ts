import { didYouMean } from '../../model/did-you-mean.js'
import { nearest } from '../../model/nearest.js'
import { at, type Place } from '../../model/place.js'
import type { Register } from '../../model/register.js'
import { ownEntries, ownPolicies } from '../own-policy.js'
import { isLost } from '../references.js'
import { defineRule } from '../rule.js'

export const tier = defineRule({
  code: 'reference/tier',
  severity: 'error',
  summary: 'A tier is named that policy does not have.',
  source: 'The tiers of the policy in force',
  why: 'An override to a tier that does not exist is not an override, and a floor of it holds nothing up.',
  mend: 'Use one of the tiers.',
  *check({ register, policy }) {
    if (isLost(register, 'policy', 'tiers')) return
    const tiers = policy.policy.entries('tiers').map(({ id }) => id)
    for (const { at: place, id } of named(register)) {
      if (policy.rank(id) !== -1) continue
      yield {
        at: place,
        message: `"${id}" is not a tier`,
        hint: nearest(id, tiers) === undefined ? `tiers: ${tiers.join(', ')}` : didYouMean(id, tiers),
      }
    }
  },
})

/** Every place that names a tier. */
function* named(register: Register): Iterable<{ at: Place; id: string }> {
  for (const partnership of register.partnerships)
    if (partnership.tier !== undefined) yield { at: at(partnership, 'tier', 'at'), id: partnership.tier.at }
  for (const { file, id, data } of ownEntries(register, 'floors'))
    if (data.tier !== undefined) yield { at: at(file, 'floors', id, 'tier'), id: data.tier }
  for (const file of ownPolicies(register))
    for (const [index, id] of (file.data.standard?.tiers ?? []).entries())
      yield { at: at(file, 'standard', 'tiers', index), id }
}

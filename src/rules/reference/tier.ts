import { referenceRule } from './reference-rule.js'
import { switchedOff } from './switched-off.js'

const named = referenceRule({
  kind: 'tier',
  severity: 'error',
  summary: 'A tier is named that policy does not have.',
  source: 'The tiers of the policy in force',
  why: 'An override to a tier that does not exist is not an override, and a floor of it holds nothing up.',
  remedy: 'Use one of the tiers; where an inherited one is switched off, write anew what is inherited and names it.',
  wrong: (id) => `"${id}" is not a tier`,
  otherwise: (_, tiers) => `tiers: ${tiers.join(', ')}`,
})

export const tier = {
  ...named,
  *check(checked) {
    yield* named.check(checked)
    yield* switchedOff(checked, 'tiers', 'tier')
  },
} satisfies typeof named

import { at } from '../../model/place.js'
import { standingOf } from '../baseline.js'
import { defineRule } from '../rule.js'

export const gone = defineRule({
  code: 'baseline/gone',
  severity: 'info',
  summary: 'The baseline accepts a finding that is no longer there.',
  source: 'baseline.yaml only shrinks',
  why: 'An entry that stays would accept the same fault again, should it come back.',
  mend: 'Run `partners baseline --shrink`, which takes it out. `partners baseline --shrink --dry-run` shows first what would go.',
  last: true,
  *check({ register, silenced }) {
    const { baseline } = register
    if (baseline === undefined) return
    const { gone, repeated } = standingOf(register, silenced?.accepted ?? new Set())
    const hint = 'run partners baseline --shrink, which takes the entry out'
    for (const index of gone) {
      const { rule, file } = baseline.accepted[index]!
      if (silenced?.wasLookedAt(rule, file) === false || register.settings.severities[rule] === 'off') continue
      yield { at: at(baseline, 'accepted', index), message: `${rule} is no longer found in ${file}`, hint }
    }
    for (const index of repeated) {
      const { rule, file } = baseline.accepted[index]!
      yield { at: at(baseline, 'accepted', index), message: `${rule} in ${file} is accepted by an earlier entry`, hint }
    }
  },
})

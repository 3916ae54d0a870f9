import { at } from '../../model/place.js'
import { recordKey } from '../../model/record-schemas.js'
import type { Baseline } from '../../model/baseline.js'
import { movedFiles, describeMoved, baselineStatus, type MovedFile } from '../baseline.js'
import { defineRunRule, type RuleFinding, type Rule } from '../rule.js'

export const baselineRules: readonly Rule[] = [
  defineRunRule({
    code: 'baseline/gone',
    severity: 'info',
    summary: 'The baseline accepts a finding that no longer exists.',
    source: 'baseline.yaml only shrinks',
    why: 'An entry that stays would accept the same fault again, should it return.',
    remedy:
      'Run `partners baseline --shrink`, which removes it. `partners baseline --shrink --dry-run` shows what would be removed. Where a file was renamed by hand, `partners rename OLD NEW` updates its entries.',
    *check({ register }, { accepted, unaccepted, wasLookedAt }) {
      const { baseline } = register
      if (baseline === undefined) return
      const { gone, repeated } = baselineStatus(register, accepted)
      const hint = 'run partners baseline --shrink, which removes the entry'
      const moved = movedFiles(register, unaccepted)
      for (const it of moved) yield movedFinding(baseline, it)
      const isMoved = new Set(moved.map((it) => recordKey(it.from)))
      for (const index of gone) {
        const { rule, file } = baseline.accepted[index]!
        if (isMoved.has(recordKey(file)) || !wasLookedAt(rule, file)) continue
        yield { at: at(baseline, 'accepted', index), message: `${rule} is no longer found in ${file}`, hint }
      }
      for (const index of repeated) {
        const { rule, file } = baseline.accepted[index]!
        yield {
          at: at(baseline, 'accepted', index),
          message: `${rule} in ${file} is accepted by an earlier entry`,
          hint,
        }
      }
    },
  }),
]

/** One finding for all entries of a file. */
function movedFinding(baseline: Baseline, moved: MovedFile): RuleFinding {
  const first = baseline.accepted.findIndex((it) => recordKey(it.file) === recordKey(moved.from))
  return { at: at(baseline, 'accepted', first), ...describeMoved(baseline, moved) }
}

import { at } from '../../model/place.js'
import { recordKey } from '../../model/record-schemas.js'
import type { Baseline } from '../../model/baseline.js'
import { movedFiles, describeMoved, baselineStatus, type MovedFile } from '../baseline.js'
import { defineRule, type RuleFinding } from '../rule.js'

export const gone = defineRule({
  code: 'baseline/gone',
  severity: 'info',
  summary: 'The baseline accepts a finding that is no longer there.',
  source: 'baseline.yaml only shrinks',
  why: 'An entry that stays would accept the same fault again, should it come back.',
  remedy:
    'Run `partners baseline --shrink`, which takes it out. `partners baseline --shrink --dry-run` shows first what would go. Where a file was given another name by hand, `partners rename OLD NEW` takes its entries along.',
  last: true,
  *check({ register, silenced }) {
    const { baseline } = register
    if (baseline === undefined) return
    const { gone, repeated } = baselineStatus(register, silenced?.accepted ?? new Set())
    const hint = 'run partners baseline --shrink, which takes the entry out'
    const moved = movedFiles(register, silenced?.unaccepted ?? [])
    for (const it of moved) yield movedFinding(baseline, it)
    const isMoved = new Set(moved.map((it) => recordKey(it.from)))
    for (const index of gone) {
      const { rule, file } = baseline.accepted[index]!
      if (isMoved.has(recordKey(file))) continue
      if (silenced?.wasLookedAt(rule, file) === false) continue
      yield { at: at(baseline, 'accepted', index), message: `${rule} is no longer found in ${file}`, hint }
    }
    for (const index of repeated) {
      const { rule, file } = baseline.accepted[index]!
      yield { at: at(baseline, 'accepted', index), message: `${rule} in ${file} is accepted by an earlier entry`, hint }
    }
  },
})

/** Told once for all entries of a file. */
function movedFinding(baseline: Baseline, moved: MovedFile): RuleFinding {
  const first = baseline.accepted.findIndex((it) => recordKey(it.file) === recordKey(moved.from))
  return { at: at(baseline, 'accepted', first), ...describeMoved(baseline, moved) }
}

import { at } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const gone = defineRule({
  code: 'baseline/gone',
  severity: 'info',
  summary: 'The baseline accepts a finding that is no longer there.',
  source: 'baseline.yaml only shrinks',
  why: 'An entry that stays would accept the same fault again, should it come back.',
  mend: 'Run `partners baseline`, which takes it out.',
  last: true,
  *check({ register: { baseline, unreadable }, silenced }) {
    // what could not be read may hold the finding still
    const unread = new Set(unreadable.map((it) => it.file))
    for (const [index, { rule, file }] of baseline?.accepted.entries() ?? []) {
      if (silenced?.accepted.has(index) || unread.has(file)) continue
      yield {
        at: at(baseline!, 'accepted', index),
        message: `${rule} is no longer found in ${file}`,
        hint: 'run partners baseline, which takes the entry out',
      }
    }
  },
})

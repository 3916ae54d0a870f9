import { didYouMean } from '../../model/did-you-mean.js'
import { nearest } from '../../model/nearest.js'
import { at, atKey, type Place } from '../../model/place.js'
import { references } from '../../model/references.js'
import type { Register } from '../../model/register.js'
import { isLost } from '../references.js'
import { defineRunRule } from '../rule.js'

export const rule = defineRunRule({
  code: 'reference/rule',
  severity: 'warning',
  summary: 'A severity or an exception refers to a rule that does not exist.',
  source: '`partners rules` lists the rules; checks of policy.yaml are own/<id>',
  why: 'A misspelt code silences nothing and changes no severity, whatever its author believes.',
  remedy: 'Correct the code.',
  *check({ register, policy }, { codes }) {
    const own = policy.policy.entries('checks').map(({ id }) => `own/${id}`)
    const known = new Set([...codes, ...own])
    const areChecksLost = isLost(register, 'policy', 'checks')
    for (const { at: place, code } of named(register)) {
      if (known.has(code) || (areChecksLost && code.startsWith('own/'))) continue
      yield {
        at: place,
        key: code,
        message: `there is no rule "${code}"`,
        hint: nearest(code, known) === undefined ? 'partners rules lists all rules' : didYouMean(code, [...known]),
      }
    }
  },
})

/** Every place that names a rule; severities are known by them. */
function* named(register: Register): Iterable<{ at: Place; code: string }> {
  const { settings } = register
  for (const code of Object.keys(settings.severities)) yield { at: atKey(settings, 'severities', code), code }
  for (const it of references(register)) if (it.names === 'rule') yield { at: at(it, ...it.path), code: it.name }
}

import type { Path } from '../../document/node.js'
import { MOST_ABOVE } from '../../model/hierarchy.js'
import { lookUp } from '../../model/look-up.js'
import { nearest, didYouMean } from '../../model/nearest.js'
import { at, atKey, type Place } from '../../model/place.js'
import { kindOf, RECORD_SCHEMAS } from '../../model/record-schemas.js'
import { references } from '../../model/references.js'
import type { Register } from '../../model/register.js'
import { keysOf, schemaAt } from '../../model/schema-walk.js'
import { defineReaderRule, type Rule, definePartnershipRule, defineRunRule, defineRecordRule, isLost } from '../rule.js'
import { factValue } from './fact-value.js'
import { referenceRule } from './reference-rule.js'
import { switchedOff } from './switched-off.js'

const parentCycle = definePartnershipRule({
  code: 'reference/parent-cycle',
  severity: 'error',
  summary: 'A partnership is, through its parents, a part of itself, or of more partnerships than there can be.',
  source: 'A part belongs to one whole',
  why: 'Totals leave out partnerships that have a parent, so a circle of parents is in no total at all.',
  remedy: 'Remove the parent of the one that is the whole.',
  *check(partnership, { register }) {
    const seen = new Set<string>()
    let parent = partnership.parent
    while (parent !== undefined && parent !== partnership.id && !seen.has(parent) && seen.size <= MOST_ABOVE) {
      seen.add(parent)
      parent = lookUp(register).partnership.get(parent)?.parent
    }
    if (parent === partnership.id)
      yield { at: at(partnership, 'parent'), message: `"${partnership.parent}" is in turn a part of ${partnership.id}` }
    else if (seen.size > MOST_ABOVE)
      yield {
        at: at(partnership, 'parent'),
        message: `more than ${MOST_ABOVE} partnerships are above ${partnership.id}, each a part of the next`,
        hint: 'name the topmost partnership itself as the parent',
      }
  },
})

const rule = defineRunRule({
  code: 'reference/rule',
  severity: 'warning',
  summary: 'A severity or an exception refers to a rule that does not exist.',
  source: '`partners rules` lists the rules; checks of policy.yaml are own/<id>',
  why: 'A misspelt code silences nothing and changes no severity, whatever its author believes.',
  remedy: 'Correct the code.',
  *check({ register, policy }, { codes, referring }) {
    const own = policy.policy.entries('checks').map(({ id }) => `own/${id}`)
    const known = new Set([...codes, ...own])
    const areChecksLost = isLost(register, 'policy', 'checks')
    for (const { at: place, code } of named(referring)) {
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

/** Every place that names a rule; the keys of severities are such names. */
function* named(register: Register): Iterable<{ at: Place; code: string }> {
  const { settings } = register
  for (const code of Object.keys(settings.severities)) yield { at: atKey(settings, 'severities', code), code }
  for (const it of references(register)) if (it.names === 'rule') yield { at: at(it, ...it.path), code: it.name }
}

const unknownPath = defineRecordRule({
  code: 'reference/unknown-path',
  severity: 'warning',
  summary: '`unknown` lists a path that is not a field.',
  source: '`unknown` lists paths of fields, each with the reason',
  why: 'With a misspelt path the field looks forgotten, and its reason is shown nowhere.',
  remedy: 'Write the name of the field, as in `sponsor` or `value.direction`.',
  records: ['register', 'partnership', 'organisation'],
  *check(record) {
    const { schema } = RECORD_SCHEMAS[kindOf(record.file)!]
    for (const path of Object.keys(record.unknown)) {
      const keys = keysIn(path)
      const wrong = keys.findIndex((_, index) => schemaAt(schema, keys.slice(0, index + 1)) === undefined)
      if (wrong === -1) continue
      const names = keysOf(schemaAt(schema, keys.slice(0, wrong))) ?? []
      yield {
        at: atKey(record, 'unknown', path),
        key: path,
        message: `"${path}" is not a field of this record`,
        hint: didYouMean(
          String(keys[wrong]),
          names.filter((it) => it !== 'unknown'),
        ),
      }
    }
  },
})

/** `risks[workforce].owner` as keys; whichever item of a list is meant, all have the same fields. */
const keysIn = (path: string): Path =>
  path.split('.').flatMap((step) => {
    const [, name, item] = /^([^[]*)(\[.*\])?$/.exec(step) ?? [undefined, step, undefined]
    return item === undefined ? [name!] : [name!, 0]
  })

export const referenceRules: readonly Rule[] = [
  referenceRule({
    kind: 'body',
    severity: 'error',
    summary: 'A board or committee is named that is not described.',
    source: 'Bodies are listed in register.yaml or in the partnership',
    why: 'Nobody can draw who reports to whom.',
    remedy: 'Correct the id, or describe the body under `bodies`.',
    wrong: (id) => `"${id}" is not a body of this register`,
    otherwise: () => 'describe it under bodies',
  }),
  referenceRule({
    kind: 'directorate',
    severity: 'error',
    summary: 'A directorate is named that register.yaml does not list.',
    source: 'Directorates are listed in register.yaml',
    why: 'The partnership would be missing from its directorate’s list.',
    remedy: 'Use the id or name from register.yaml.',
    wrong: (name) => `"${name}" is not a directorate of this register`,
    otherwise: () => 'add it under directorates in register.yaml',
  }),
  referenceRule({
    kind: 'document-type',
    severity: 'warning',
    summary: 'A document has a type that policy does not know.',
    source: 'The documents of the policy in force',
    why: 'A document of an unknown type meets no duty.',
    remedy: 'Use a type of the policy, or add one to policy.yaml.',
    wrong: (type) => `"${type}" is not a type of document in the policy`,
    otherwise: () => 'add it under documents in policy.yaml, or use one of the types there',
    mayBeEmpty: true,
  }),
  factValue,
  referenceRule({
    kind: 'objective',
    severity: 'error',
    summary: 'An objective is named that register.yaml does not list.',
    source: 'Objectives are numbered in register.yaml',
    why: 'The Board paper would show a bare number.',
    remedy: 'Correct the number, or add the objective to register.yaml.',
    wrong: (number) => `there is no objective ${number} in register.yaml`,
    otherwise: (_, numbers) =>
      numbers.length === 0 ? 'add objectives to register.yaml' : `objectives: ${numbers.join(', ')}`,
  }),
  referenceRule({
    kind: 'organisation',
    severity: 'error',
    summary: 'An organisation is named that the register does not have.',
    source: 'Every reference must lead to a record',
    why: 'What goes through an organisation cannot be counted when its id leads nowhere.',
    remedy: 'Correct the id, or add a file in organisations/.',
    wrong: (id) => `"${id}" is not an organisation of this register`,
    otherwise: (id) => `add organisations/${id}.yaml with its name and kind`,
    meant: (id) => `${id} (organisations/${id}.yaml)`,
  }),
  parentCycle,
  referenceRule({
    kind: 'partnership',
    severity: 'error',
    summary: 'A partnership is named that the register does not have.',
    source: 'Every reference must lead to a record',
    why: 'A part without its whole is counted twice or not at all.',
    remedy: 'Correct the id, or add the partnership’s file.',
    wrong: (id) => `"${id}" is not a partnership of this register`,
    otherwise: () => 'the id of a partnership is the name of its file without the ending',
  }),
  defineReaderRule({
    code: 'reference/policy',
    severity: 'error',
    summary: 'policy.yaml extends a policy that does not exist.',
    source: 'Released policies are in policies/',
    why: 'Without it no document, review or tier is required: everything would look in order.',
    remedy: 'Name a policy that comes with this release, such as nhs-2027.',
  }),
  referenceRule({
    kind: 'risk-category',
    severity: 'warning',
    summary: 'A risk has a category that policy does not know.',
    source: 'The risk categories of the policy in force',
    why: 'The risk is missing from the risk map of its category.',
    remedy: 'Use a category of the policy, or add one to policy.yaml.',
    wrong: (category) => `"${category}" is not a risk category of this register`,
    otherwise: (_, categories) => `categories: ${categories.join(', ')}`,
    mayBeEmpty: true,
  }),
  referenceRule({
    kind: 'role',
    severity: 'error',
    summary: 'A role is named that register.yaml does not list.',
    source: 'Roles, not people: register.yaml lists them with their aliases',
    why: 'A misspelt or renamed role gets no reminder, and its load is not counted.',
    remedy: 'Use the title or an alias from register.yaml, or add the role there.',
    wrong: (name) => `"${name}" is not a role of this register`,
    otherwise: () => 'add it under roles in register.yaml; write roles, not people’s names',
  }),
  rule,
  referenceRule({
    kind: 'tier',
    severity: 'error',
    summary: 'A tier is named that policy does not have.',
    source: 'The tiers of the policy in force',
    why: 'An override to a tier that does not exist has no effect, and a floor that names it raises nothing.',
    remedy: 'Use one of the tiers; where an inherited one is switched off, rewrite the inherited entries that name it.',
    wrong: (id) => `"${id}" is not a tier`,
    otherwise: (_, tiers) => `tiers: ${tiers.join(', ')}`,
    also: (checked) => switchedOff(checked, 'tiers', 'tier'),
  }),
  unknownPath,
]

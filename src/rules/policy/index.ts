import { formatInexactDay } from '../../model/day.js'
import { BASIS_WORDS, isFromOutside } from '../../model/grounds.js'
import { atKey } from '../../model/place.js'
import type { Policy } from '../../model/policy.js'
import type { Register } from '../../model/register.js'
import { POLICY_MAPS, type PolicyMap } from '../../policy/merge.js'
import { defineRegisterRule, type RuleFinding, type Rule, ownEntries } from '../rule.js'

/** Maps whose entries may come into force on a day. */
const DATED_MAPS = ['documents', 'self-assessment', 'checks'] as const

const withoutSource = defineRegisterRule({
  code: 'policy/without-source',
  severity: 'warning',
  summary: 'A demand of policy.yaml is called law, regulation, guidance or contract, and names no source.',
  source: 'Every demand can be traced to what it rests on',
  why: 'Papers say to the Board that the law demands it, so an auditor must be able to look it up.',
  remedy: 'Add `source` with title, section and year; or `basis: ours` or `basis: proposal`.',
  *check({ register }) {
    for (const map of POLICY_MAPS)
      for (const { file, id, data } of ownEntries(register, map)) {
        const { basis, source } = data as Grounded
        if (basis === undefined || !isFromOutside(basis) || source !== undefined) continue
        yield {
          at: atKey(file, map, id, 'basis'),
          key: id,
          message: `${id} rests on ${BASIS_WORDS[basis]}, and no source is named`,
          hint: 'add source with title, section and year, or write basis: ours or basis: proposal',
        }
      }
  },
})

type Grounded = Pick<Policy['documents'][string], 'basis' | 'source'>

const neverInForce = defineRegisterRule({
  code: 'policy/never-in-force',
  severity: 'error',
  summary: 'A demand of policy.yaml ends before it begins.',
  source: '`applies-from` and `applies-to` are the first and last day on which it is required',
  why: 'It is never required of anybody, and nobody notices.',
  remedy: 'Correct `applies-from` or `applies-to`; to remove an inherited entry, write `off:` with the reason.',
  *check({ register }) {
    for (const map of DATED_MAPS)
      for (const { file, id, data } of ownEntries(register, map)) {
        const { 'applies-from': from, 'applies-to': to } = data
        if (from === undefined || to === undefined || from.first <= to.last) continue
        yield {
          at: atKey(file, map, id, 'applies-to'),
          key: id,
          message: `${id} applies to ${formatInexactDay(to)}, which is before it applies from ${formatInexactDay(from)}`,
        }
      }
  },
})

/** What says how long a document counts, that which decides first. */
const LENGTHS = ['year-end', 'every', 'valid-by', 'valid'] as const

const severalLengths = defineRegisterRule({
  code: 'policy/several-lengths',
  severity: 'warning',
  summary: 'A document of policy.yaml says in several ways how long it counts.',
  source: 'One of `year-end`, `every`, `valid-by` and `valid` decides when the next one is due',
  why: 'Only one of them decides, and whoever wrote the other believes that it does.',
  remedy: 'Keep the one that is meant.',
  *check({ register }) {
    for (const { file, id, data } of ownEntries(register, 'documents')) {
      const [decides, ...others] = LENGTHS.filter((it) => data[it] !== undefined)
      for (const other of others)
        yield {
          at: atKey(file, 'documents', id, other),
          key: `${id} ${other}`,
          message: `${id} has ${decides} and ${other}; ${decides} decides how long it counts`,
          hint: `keep the one that is meant, and remove the other`,
        }
    }
  },
})

export const policyRules: readonly Rule[] = [
  neverInForce,
  severalLengths,
  withoutSource,
  defineRegisterRule({
    code: 'policy/incomplete',
    severity: 'warning',
    summary: 'An entry of policy.yaml lacks what it needs to have any effect.',
    source: 'The format of policies: `partners schema policy` prints it',
    why: 'A check without `expect` and a floor without `when` require nothing of anybody, and nobody notices.',
    remedy: 'Add what is missing. To remove an inherited entry, write `off:` with the reason.',
    *check({ register }) {
      yield* lacking(register, 'tiers', 'tier', ({ points }) => [points === undefined && 'points'])
      yield* lacking(register, 'points', 'factor', ({ fact, bands, values }) => [
        fact === undefined && 'fact',
        bands.length === 0 && Object.keys(values).length === 0 && 'bands or values',
      ])
      yield* lacking(register, 'floors', 'floor', ({ when, tier }) => [
        when === undefined && 'when',
        tier === undefined && 'tier',
      ])
      yield* lacking(register, 'cadence', 'cadence', ({ every, half }) => [
        every === undefined && half === undefined && 'every or half',
      ])
      yield* lacking(register, 'documents', 'document', (data) => [
        data['held-by'] === undefined && 'held-by',
        data.when === undefined && demandsMore(data) && 'when',
      ])
      yield* lacking(register, 'self-assessment', 'question', ({ answer, values }) => [
        answer === 'choice' && values.length === 0 && 'values',
      ])
      yield* lacking(register, 'information-levels', 'level', ({ when }) => [when === undefined && 'when'])
      yield* lacking(register, 'risk-bands', 'band', (data) => [data['at-least'] === undefined && 'at-least'])
      yield* lacking(register, 'checks', 'check', ({ when, expect, message }) => [
        when === undefined && 'when',
        expect === undefined && 'expect',
        message === undefined && 'message',
      ])
    },
  }),
]

type Entry<M extends PolicyMap> = Policy[M][string]

/** @param missing names of the keys that an entry lacks, beside false for those that it has */
function* lacking<M extends PolicyMap>(
  register: Register,
  map: M,
  what: string,
  missing: (data: Entry<M>) => (string | false)[],
): Iterable<RuleFinding> {
  for (const { file, id, data } of ownEntries(register, map)) {
    const keys = missing(data).filter((it) => it !== false)
    if (keys.length > 0)
      yield {
        at: atKey(file, map, id),
        key: keys.join(' '),
        message: `${what} ${id} lacks ${keys.join(' and ')}`,
        hint: `write ${keys.length === 1 ? 'it' : 'them'}, or off: with the reason to remove an inherited entry`,
      }
  }
}

/** A document with only a title and a holder is a name for other entries and records to use; it is not required of anybody. */
const demandsMore = (data: Entry<'documents'>) =>
  [data.valid, data['valid-by'], data['valid-when'][0], data.every, data['year-end'], data['signed-by']].some(
    (it) => it !== undefined,
  )

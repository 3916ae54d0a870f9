import type { Path } from '../../document/node.js'
import type { Condition } from '../../model/condition.js'
import { at, type Place } from '../../model/place.js'
import { ownPolicies, referencesIn } from '../../model/references.js'
import type { Register } from '../../model/register.js'
import { counted, formatNames } from '../../model/words.js'
import { POLICY_MAPS } from '../../policy/merge.js'
import type { Checked, RuleFinding } from '../rule.js'

/**
 * Entries of a policy that were switched off, but are still named by inherited ones: a floor of such a tier has no effect,
 * and whether a document that depends on it is required can never be decided.
 */
export function* switchedOff(
  { register, policy }: Checked,
  map: 'tiers' | 'information-levels',
  fact: string,
): Iterable<RuleFinding> {
  const isInForce = new Set(policy.policy.entries(map).map(({ id }) => id))
  for (const file of ownPolicies(register))
    for (const [id, { off }] of Object.entries(file.data[map])) {
      if (off === undefined || isInForce.has(id)) continue
      const named = inherited({ register, policy }).filter((it) => names(register, it, fact, id))
      if (named.length === 0) continue
      yield {
        at: at(file, map, id, 'off'),
        key: id,
        message: `${id} is switched off, and ${describeCounts(named)} that ${named.length === 1 ? 'is' : 'are'} inherited still ${named.length === 1 ? 'names' : 'name'} it`,
        hint: `rewrite ${named.length === 1 ? 'it' : 'each'} in policy.yaml without it, or switch ${named.length === 1 ? 'it' : 'them'} off: ${named.map((it) => it.path.join('.')).join(', ')}`,
        related: named.map((it) => ({ at: it, message: `names ${id}` })),
      }
    }
}

/** The places of the inherited entries that are in force. */
function inherited({ register, policy }: Pick<Checked, 'register' | 'policy'>): Place[] {
  const entries = POLICY_MAPS.flatMap((map) => policy.policy.entries(map).map((it) => it.at))
  const standard = register.policies.find(({ data }) => data.standard !== undefined)
  return [...entries, ...(standard === undefined ? [] : [at(standard, 'standard')])].filter(
    ({ file }) => !ownPolicies(register).some((it) => it.file === file),
  )
}

/** Does an entry name something: in a field, or as the value of a fact in one of its conditions? */
function names({ policies }: Register, entry: Place, fact: string, id: string): boolean {
  const file = policies.find((it) => it.file === entry.file)!
  const isWithin = (path: Place['path']) => entry.path.every((key, index) => key === path[index])
  if (referencesIn(file).some((it) => it.names === fact && it.name === id && isWithin(it.path))) return true
  const data = entry.path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], file.data)
  return [...wordsOf(data, entry.path)].some((it) => it.fact === fact && it.word === id)
}

const NOUNS: Readonly<Record<string, string>> = {
  points: 'factor',
  cadence: 'cadence',
  'self-assessment': 'question',
  standard: 'standard',
  'risk-categories': 'risk category',
  'risk-bands': 'risk band',
}

/** `1 floor and 9 documents`. */
function describeCounts(named: readonly Place[]): string {
  const nouns = named.map(({ path: [map] }) => NOUNS[String(map)] ?? String(map).replaceAll('-', ' ').replace(/s$/, ''))
  return formatNames([...new Set(nouns)].map((noun) => counted(nouns.filter((it) => it === noun).length, noun)))
}

/** A word that a condition or a factor names, and where. */
export interface Word {
  readonly fact: string
  readonly word: string
  readonly path: Path
}

/** The words that conditions and factors in a part of a policy name, each with its fact. */
export function* wordsOf(value: unknown, path: Path): Iterable<Word> {
  if (typeof value !== 'object' || value === null) return
  if (isCondition(value)) return yield* wordsOfCondition(value, path)
  if ('off' in value) return
  if ('fact' in value && 'values' in value)
    for (const word of Object.keys(value.values as object))
      yield { fact: String(value.fact), word, path: [...path, 'values', word] }
  for (const [key, it] of Object.entries(value)) yield* wordsOf(it, [...path, Array.isArray(value) ? Number(key) : key])
}

const isCondition = (value: object): value is Condition => 'op' in value && ('of' in value || 'fact' in value)

function* wordsOfCondition(condition: Condition, path: Path): Iterable<Word> {
  if ('of' in condition) {
    for (const it of [condition.of].flat()) yield* wordsOfCondition(it, path)
    return
  }
  const { fact } = condition
  for (const word of condition.op === 'one-of' ? condition.values : [condition.value])
    if (typeof word === 'string') yield { fact, word, path: [...path, fact] }
}

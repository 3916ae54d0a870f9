import type { Path } from '../document/node.js'
import type { Condition } from '../model/condition.js'

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

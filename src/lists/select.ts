import { FACTS, type Catalogue, type Condition, type Operand } from '../model/condition.js'
import { nearest } from '../model/nearest.js'
import { truthOf as truthOfCondition, type KnownFacts, type Truth } from '../policy/conditions.js'
import type { Facts } from '../policy/facts.js'
import type { List } from './list.js'
import type { ListColumn, ListInput } from './columns.js'
import type { Where } from './where.js'

/** What conditions may name in a list: its columns, and the facts of the partnership that a row belongs to. */
export function catalogueOf({ columns, partnershipOf }: List): Catalogue {
  const own = Object.fromEntries(columns.map(({ key, label, type }) => [key, { label: label.toLowerCase(), type }]))
  return partnershipOf === undefined ? own : { ...FACTS, ...own }
}

/**
 * A condition with values as rows have them: an alias of a role becomes its title, and a word may be
 * written as people read it, `may be needed` or `Active`.
 */
export function normalizeCondition(list: List, input: ListInput, where: Where): Where {
  const column = list.columns.find((it) => it.key === where.fact)
  if (where.condition === undefined) return where
  const there = column?.meant === undefined ? [...valuesThere(list, input, where.fact)] : []
  const meant = (word: string): string =>
    column?.meant?.(word, input.register) ?? there.find((it) => asRead(it) === asRead(word)) ?? word
  const normalized = (condition: Condition): Condition => {
    if (condition.op === 'not') return { ...condition, of: normalized(condition.of) }
    if (condition.op !== 'one-of' || (condition.type !== 'word' && condition.type !== 'tier')) return condition
    return { ...condition, values: condition.values.map((it) => meant(String(it))) }
  }
  return { ...where, condition: normalized(where.condition) }
}

const asRead = (word: string) => word.toLowerCase().replaceAll('-', ' ')

/** Every value that some row has of a column or fact. */
const valuesThere = (list: List, input: ListInput, fact: string): ReadonlySet<string> =>
  new Set(
    list
      .rows(input)
      .flatMap((row) => factsOf(list, input, row, fact)[fact] ?? [])
      .map(String),
  )

/** The rows that meet all conditions, in order, and for how many that is not known. */
export interface Selected {
  readonly rows: readonly never[]
  readonly of: number
  readonly undecided: number
}

/**
 * @param order the key of a column, with a minus in front for the other way round; what is not known comes last
 */
export function selectRows(list: List, input: ListInput, wheres: readonly Where[], order: string): Selected {
  const all = list.rows(input)
  const judged = all.map((row) => ({ row, truth: truthOf(list, input, row, wheres) }))
  const rows = judged.filter((it) => it.truth === 'true').map((it) => it.row)
  const column = list.columns.find((it) => it.key === order.replace(/^-/, ''))
  return {
    rows: column === undefined ? rows : sorted(rows, column, input, order.startsWith('-')),
    of: all.length,
    undecided: judged.filter((it) => it.truth === 'unknown').length,
  }
}

/** Words of conditions that no row has: perhaps misspelt. Each with the word that was probably meant, if there is one. */
export function unmatchedValues(
  list: List,
  input: ListInput,
  wheres: readonly Where[],
): { readonly fact: string; readonly word: string; readonly meant: string | undefined }[] {
  return wheres.flatMap(({ fact, condition }) => {
    const compared = condition?.op === 'not' ? condition.of : condition
    if (compared?.op !== 'one-of' || (compared.type !== 'word' && compared.type !== 'tier')) return []
    const there = valuesThere(list, input, fact)
    return compared.values
      .map(String)
      .filter((word) => !there.has(word))
      .map((word) => ({ fact, word, meant: nearest(word, there) }))
  })
}

function truthOf(list: List, input: ListInput, row: never, wheres: readonly Where[]): Truth {
  let truth: Truth = 'true'
  for (const where of wheres) {
    const facts = factsOf(list, input, row, where.fact)
    const values = facts[where.fact]
    const isUnknown = values === undefined || values.isOpen === true
    const verdict: Truth =
      where.condition === undefined
        ? isUnknown === !where.isNegated
          ? 'true'
          : 'false'
        : truthOfCondition(where.condition, facts, input.policy.rank)
    if (verdict === 'false') return 'false'
    if (verdict === 'unknown') truth = 'unknown'
  }
  return truth
}

/** The column of a name, or else the fact of the row's partnership. */
function factsOf(list: List, input: ListInput, row: never, name: string): KnownFacts {
  const column = list.columns.find((it) => it.key === name)
  if (column !== undefined) return { [name]: column.values(row, input) }
  const partnership = list.partnershipOf?.(row)
  return { [name]: partnership && input.policy.facts(partnership)[name as keyof Facts] }
}

function sorted(rows: readonly never[], column: ListColumn<never>, input: ListInput, isReversed: boolean): never[] {
  const keyed = rows.map((row, index) => ({ row, index, key: sortKey(column, column.values(row, input)?.[0], input) }))
  return keyed
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return Number(a.key === undefined) - Number(b.key === undefined) || a.index - b.index
      return (isReversed ? compare(b.key, a.key) : compare(a.key, b.key)) || a.index - b.index
    })
    .map((it) => it.row)
}

/** Tiers in their own order; a word whatever its case. */
function sortKey({ type }: ListColumn<never>, value: Operand | undefined, { policy }: ListInput): Operand | undefined {
  if (type === 'tier' && value !== undefined) return policy.rank(String(value))
  return typeof value === 'string' ? value.toLowerCase() : value
}

const compare = (a: Operand, b: Operand) => (a < b ? -1 : a > b ? 1 : 0)

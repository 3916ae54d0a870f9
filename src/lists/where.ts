import type { PathKey } from '../document/node.js'
import { readCondition, type Catalogue, type Condition } from '../model/condition.js'

/** What is wrong with a condition of the command line, and where in it (offsets into its text). */
interface WhereError {
  readonly start: number
  readonly end: number
  readonly message: string
  readonly hint: string
}

/** A condition as it is typed: `annual-value>=1m`, `kind=grant,contract`, `tier!=major`, `lead=unknown`. */
export interface Where {
  readonly fact: string
  /** Undefined for `= unknown`, which selects what is not known. */
  readonly condition: Condition | undefined
  /** Is it `!= unknown`, which selects what is known? */
  readonly isNegated: boolean
}

const COMPARISONS: Readonly<Record<string, string | undefined>> = {
  '>=': 'at-least',
  '<=': 'at-most',
  '>': 'above',
  '<': 'below',
}

/**
 * Reads a condition of the command line against what it may name; every problem has its place.
 * @param yearStart first month and day of a financial year of the register
 */
export function readWhere(text: string, catalogue: Catalogue, yearStart?: string): Where | WhereError[] {
  const found =
    /^(?<before>\s*)(?<fact>[\w-]+)(?<gap>\s*)(?<operator>>=|<=|!=|==?|>|<)(?<space>\s*)(?<written>.*?)\s*$/.exec(text)
  const at = (start: number, end: number, message: string, hint: string): WhereError[] => [
    { start, end, message, hint },
  ]
  if (found === null)
    return at(
      0,
      text.length,
      `"${text}" is not a condition`,
      'write a name, a comparison and a value: annual-value>=1m, kind=grant,contract',
    )
  const { before = '', fact = '', gap = '', operator = '', space = '', written = '' } = found.groups!
  const factAt = before.length
  const valueAt = factAt + fact.length + gap.length + operator.length + space.length
  const turned = operator === '=' && /^[<>]/.test(written) ? written[0] : undefined
  if (turned !== undefined) return at(valueAt - 1, valueAt + 1, `=${turned} is not a comparison`, `write ${turned}=`)
  if (written === '')
    return at(valueAt - 1, valueAt, `${fact} is compared with nothing`, `write what after ${operator}`)
  const isNegated = operator === '!='
  if (written === 'unknown' && (operator.startsWith('=') || isNegated) && Object.hasOwn(catalogue, fact))
    return { fact, condition: undefined, isNegated }
  const comparison = COMPARISONS[operator]
  const isFlag = Object.hasOwn(catalogue, fact) && catalogue[fact]!.type === 'flag'
  const words = isFlag ? written.replace(/^yes$/i, 'true').replace(/^no$/i, 'false') : written
  const values = comparison === undefined ? words.split(',').map((it) => it.trim()) : words
  const value = comparison !== undefined ? { [comparison]: values } : isNegated ? { not: values } : values
  const problems: WhereError[] = []
  const condition = readCondition(
    { [fact]: value },
    ({ path, message, hint }) => problems.push({ ...placeOf(path), message, hint }),
    [],
    { catalogue, yearStart },
  )
  return problems.length > 0 ? problems : { fact, condition, isNegated }

  /** The whole name, or the value (the item of several) that does not fit. */
  function placeOf(path: readonly PathKey[]): { start: number; end: number } {
    if (path.length === 1 && !Object.hasOwn(catalogue, fact)) return { start: factAt, end: factAt + fact.length }
    const item = path.at(-1)
    if (typeof item !== 'number') return { start: valueAt, end: valueAt + written.length }
    const start = valueAt + written.split(',').slice(0, item).join(',').length + (item > 0 ? 1 : 0)
    return { start, end: start + (written.split(',')[item] ?? '').length }
  }
}

import type * as z from 'zod'
import { countFigureSchema, moneyFigureSchema, percentFigureSchema } from '../../figures/figure.js'
import type { OwnKind } from '../../model/own-fields.js'
import { ownKinds } from './own-names.js'

/** The schema of a view model or of a part of it. */
export type Schema = z.core.$ZodType

/** What a value of a view is for a template. */
export type Kind = 'count' | 'money' | 'percent' | 'list' | 'map' | 'group' | 'text' | 'number' | 'flag'

interface Definition {
  readonly type: string
  readonly innerType?: Schema
  readonly getter?: () => Schema
  readonly element?: Schema
  readonly valueType?: Schema
  readonly shape?: Readonly<Record<string, Schema>>
  readonly options?: readonly Schema[]
  readonly values?: readonly unknown[]
}
const definition = (schema: Schema) => schema._zod.def as unknown as Definition

/** A schema without the layers that make it nullable, optional, read-only or lazy. */
function bare(schema: Schema): Schema {
  const { innerType, getter } = definition(schema)
  const inner = innerType ?? getter?.()
  return inner === undefined ? schema : bare(inner)
}

/** The keys of a group and what is there; undefined for anything else: a figure is printed whole. */
export const shapeOf = (schema: Schema) => (isFigure(kindOf(schema)) ? undefined : definition(bare(schema)).shape)
/** What is in a list; undefined for anything else. */
export const elementOf = (schema: Schema) => definition(bare(schema)).element
/** What is in a map under any key; undefined for anything else: own fields have names, and are of several kinds. */
export const entryOf = (schema: Schema) =>
  ownKindOf(schema) === undefined ? definition(bare(schema)).valueType : undefined
/** Whose own fields (`x-…`) are here; undefined for anything else. */
export const ownKindOf = (schema: Schema): OwnKind | undefined => ownKinds.get(bare(schema))?.kind
/** Can it be null, so that a condition on it has a meaning? */
export const canBeNull = (schema: Schema): boolean => {
  const { type, innerType, getter } = definition(schema)
  if (type === 'nullable' || type === 'optional') return true
  const inner = innerType ?? getter?.()
  return inner !== undefined && canBeNull(inner)
}

/** What a value of this schema is for a template. */
export function kindOf(schema: Schema): Kind {
  const found = bare(schema)
  if (found === countFigureSchema) return 'count'
  if (found === moneyFigureSchema) return 'money'
  if (found === percentFigureSchema) return 'percent'
  const { type, options = [], values = [] } = definition(found)
  switch (type) {
    case 'array':
      return 'list'
    case 'record':
      return ownKinds.has(found) ? 'group' : 'map'
    case 'object':
      return 'group'
    case 'boolean':
      return 'flag'
    case 'number':
    case 'int':
    case 'bigint':
      return 'number'
    case 'literal':
      return values.some((it) => typeof it === 'number') ? 'number' : values.includes(true) ? 'flag' : 'text'
    case 'union':
      return options.map(kindOf).find((it) => it !== 'text') ?? 'text'
    default:
      return 'text'
  }
}

/** Is it a figure, of whatever unit? */
export const isFigure = (kind: Kind) => kind === 'count' || kind === 'money' || kind === 'percent'

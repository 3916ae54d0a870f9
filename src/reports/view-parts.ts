import * as z from 'zod'
import type { OwnKind } from '../model/own-fields.js'
import { countedBy } from './engine/figures-here.js'
import { ownKinds } from './engine/own-names.js'

export {
  countFigureSchema as count,
  moneyFigureSchema as money,
  percentFigureSchema as percent,
} from '../figures/figure.js'

/** What the view of every paper is made of: texts, texts that may be not stated, and lists of rows. */
export const text = z.string()
export const maybe = z.string().nullable()
export const flag = z.boolean()
export const group = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape)
export const texts = z.array(text)
export const rows = <Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.strictObject(shape))

/** The fields of their own (`x-…`) of a record, by name without `x-`; which there are, the register says. */
export const ownOf = (kind: OwnKind) =>
  z
    .record(text, z.union([text, flag, texts]))
    .meta({ description: `own fields of the ${kind}` })
    .register(ownKinds, { kind })

/** Several keys of a view that hold the same: `each(maybe, 'owner', 'due')`. */
export const each = <Part extends z.ZodType, Key extends string>(part: Part, ...keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, part])) as Record<Key, Part>

/** A list beside which the view holds the figure that counts it; whoever counts the list is led there. */
export const countedRows = <Shape extends z.ZodRawShape>(figure: string, shape: Shape) =>
  rows(shape)
    .meta({ description: `how many: {{count ${figure}}}` })
    .register(countedBy, { figure })

import type * as z from 'zod'
import type { ScalarStyle } from '../document/node.js'
import {
  giveUp,
  type AnyShape,
  type GroupShape,
  type ListShape,
  type MapShape,
  type ScalarShape,
  type Shape,
} from '../document/shape.js'
import { inDayOrder, type DayOrder } from './day-order.js'
import { fieldMeta, readerOf, type FieldKind, type Read } from './field.js'
import { readingOfText } from './plain.js'
import { unwrap, WITHOUT_COMPILING, type Schema } from './schema-walk.js'
import { spellingOf } from './spellings.js'

/** The shape of a schema of the catalogue; made once for each order of days. */
export function shapeOf(schema: Schema, order: DayOrder): Shape {
  const inner = unwrap(schema)
  const ofOrder = order === 'day-first' ? dayFirstShapes : shapes
  let shape = ofOrder.get(inner)
  if (shape === undefined) ofOrder.set(inner, (shape = makeShape(inner, order)))
  return shape
}
const shapes = new WeakMap<Schema, Shape>()
const dayFirstShapes = new WeakMap<Schema, Shape>()

interface Definition {
  readonly type: string
  readonly innerType?: Schema
  readonly element?: Schema
  readonly valueType?: Schema
  readonly shape?: Readonly<Record<string, Schema>>
}
const definition = (schema: Schema) => schema._zod.def as unknown as Definition

function makeShape(schema: Schema, order: DayOrder): Shape {
  const { type, element, valueType } = definition(schema)
  const read = readerOf(schema)
  if (read !== undefined) return new Scalar(schema, read, order)
  if (type === 'object') return new Group(schema, order)
  if (type === 'array') return { kind: 'list', item: shapeOf(element!, order) }
  if (type === 'record') return { kind: 'map', value: shapeOf(valueType!, order) }
  return { ...UNTYPED, finish: (plain) => parsed(schema, plain) }
}

/** A single value, which its field reads. */
class Scalar implements ScalarShape {
  readonly kind = 'scalar'
  readonly #field: FieldKind | undefined
  readonly #spelling: ReturnType<typeof spellingOf>

  constructor(
    schema: Schema,
    readonly readField: Read<unknown>,
    readonly order: DayOrder,
  ) {
    this.#field = fieldMeta.get(schema as z.ZodType)?.kind
    this.#spelling = spellingOf(this.#field)
  }

  read(text: string, style: ScalarStyle): unknown {
    return this.readField(inDayOrder(this.order, this.#field, readingOfText(text, style)), giveUp)
  }

  noted(text: string, style: ScalarStyle) {
    return this.#spelling?.(text, style)
  }
}

/** What stands for a key that is not there. */
type Absent = 'nothing' | 'list' | 'map' | 'required'

class Group implements GroupShape {
  readonly kind = 'group'
  readonly slots: ReadonlyMap<string, number>
  readonly #keys: readonly string[]
  readonly #fields: readonly Schema[]
  readonly #absent: readonly Absent[]
  readonly #shapes: Shape[] = []

  constructor(
    schema: Schema,
    readonly order: DayOrder,
  ) {
    const fields = Object.entries(definition(schema).shape!)
    this.#keys = fields.map(([key]) => key)
    this.#fields = fields.map(([, field]) => field)
    this.#absent = this.#fields.map(absentOf)
    this.slots = new Map(this.#keys.map((key, slot) => [key, slot]))
  }

  // made when it is first wanted, as most runs meet few of all fields
  shape(slot: number): Shape {
    return (this.#shapes[slot] ??= shapeOf(this.#fields[slot]!, this.order))
  }

  /** In the order of the catalogue, as zod makes it. */
  make(values: readonly unknown[]): object {
    const made: Record<string, unknown> = {}
    for (let slot = 0; slot < this.#keys.length; slot++) {
      const value = values[slot] ?? absentValue(this.#absent[slot]!)
      if (value !== undefined) made[this.#keys[slot]!] = value
    }
    return made
  }
}

function absentOf(schema: Schema): Absent {
  const { type, innerType } = definition(schema)
  if (type === 'optional') return 'nothing'
  if (type !== 'default') return 'required'
  return definition(innerType!).type === 'array' ? 'list' : 'map'
}

function absentValue(absent: Absent): unknown {
  if (absent === 'nothing') return undefined
  return absent === 'list' ? [] : absent === 'map' ? {} : giveUp()
}

/** Texts, lists and maps as they are written, for what only its own schema can read, such as a condition. */
const UNTYPED: AnyShape = {
  kind: 'any',
  scalar: { kind: 'scalar', read: readingOfText, noted: () => undefined },
  get list(): ListShape {
    return { kind: 'list', item: UNTYPED }
  },
  get map(): MapShape {
    return { kind: 'map', value: UNTYPED }
  },
  finish: (plain) => plain,
}

function parsed(schema: Schema, plain: unknown): unknown {
  const result = (schema as z.ZodType).safeParse(plain, WITHOUT_COMPILING)
  return result.success ? result.data : giveUp()
}

import type * as z from 'zod'
import type { Node, Path, ScalarNode } from '../document/node.js'
import { fieldMeta, type FieldKind } from '../model/field.js'
import type { Place } from '../model/place.js'
import { kindOf, RECORD_SCHEMAS, type Register } from '../model/register.js'
import { schemaAt } from '../model/schema-walk.js'

interface Scalar {
  readonly at: Place
  readonly text: string
}

/** Values of these kinds of field, in all files, of whose text something holds. */
export function scalarsOf(
  register: Register,
  kinds: readonly FieldKind[],
  holds: (node: ScalarNode) => boolean,
): readonly Scalar[] {
  const found: Scalar[] = []
  // collects instead of yielding: it visits every value of the register, and a chain of generators took half of its time
  const walk = (file: string, node: Node, schema: z.ZodType, path: Path): void => {
    if (node.kind === 'map') for (const { key, value } of node.entries) walk(file, value, schema, [...path, key.text])
    else if (node.kind === 'list')
      for (const [index, item] of node.items.entries()) walk(file, item, schema, [...path, index])
    else if (holds(node)) {
      const field = schemaAt(schema, path)
      const kind = field && fieldMeta.get(field as z.ZodType)?.kind
      if (kind !== undefined && kinds.includes(kind)) found.push({ at: { file, path, on: 'value' }, text: node.text })
    }
  }
  for (const [file, { root }] of register.files) {
    const kind = kindOf(file)
    if (kind !== undefined && root !== undefined) walk(file, root, RECORD_SCHEMAS[kind].schema, [])
  }
  return found
}

import { isEmpty, type Node, type Path } from '../document/node.js'
import { fieldMeta } from '../model/fields.js'
import type { Place } from '../model/place.js'
import { kindOf, RECORD_SCHEMAS, type Register } from '../model/register.js'
import { schemaAt } from '../model/schema-walk.js'
import type * as z from 'zod'

/** What YAML 1.1 or 1.2 readers turn into a number, flag, day or nothing. */
const MISREAD =
  /^(?:[-+]?(?:\d[\d_]*)?\.?\d+(?:[eE][-+]?\d+)?|0[xo][\da-fA-F]+|true|false|yes|no|on|off|y|n|null|~|\d{1,2}(?::\d{2})+|\.inf|\.nan)$/i

interface Misreadable {
  readonly at: Place
  readonly text: string
}

/** Codes and names that stand without quotes and that other programs misread. */
export function misreadable(register: Register): readonly Misreadable[] {
  const found: Misreadable[] = []
  for (const [file, { root }] of register.files) {
    const kind = kindOf(file)
    if (kind !== undefined && root !== undefined) walk(file, root, RECORD_SCHEMAS[kind].schema, [], found)
  }
  return found
}

/** Collects instead of yielding: it visits every value of the register, and a chain of generators took half of its time. */
function walk(file: string, node: Node, schema: z.ZodType, path: Path, found: Misreadable[]): void {
  if (node.kind === 'map')
    for (const { key, value } of node.entries) walk(file, value, schema, [...path, key.text], found)
  else if (node.kind === 'list')
    for (const [index, item] of node.items.entries()) walk(file, item, schema, [...path, index], found)
  else if (node.style === 'plain' && !isEmpty(node) && MISREAD.test(node.text)) {
    const field = schemaAt(schema, path)
    const fieldKind = field && fieldMeta.get(field as z.ZodType)?.kind
    if (fieldKind === 'code' || fieldKind === 'choice') found.push({ at: { file, path, on: 'value' }, text: node.text })
  }
}

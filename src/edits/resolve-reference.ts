import type { Path } from '../document/node.js'
import { namingOf, type Names } from '../model/naming.js'
import type { Register } from '../model/register.js'
import { metaAt, type Schema } from '../model/schema-walk.js'
import { UsageError } from '../model/usage-error.js'
import { isRight, meantBy, namedBy, nearTo, type Naming } from '../policy/known-names.js'
import { echoed } from './echoed.js'

/**
 * What a text names, as the register writes it: a role by its listed title or alias, a record or type of document by
 * its id. A text that need not name anything, such as an auditor, stays.
 * @param file of the record that will contain it, as a partnership has bodies of its own
 * @throws UsageError if it must name something, and names nothing
 */
export function resolveReference(register: Register, schema: Schema, path: Path, text: string, file = ''): string {
  const names = metaAt(schema, path)?.names
  if (names === undefined || names === 'rule') return text
  const by: Naming = { file, names }
  if (isRight(register, by, text)) return text
  const meant = meantBy(register, by, text)
  if (meant !== undefined) return meant
  if (namedBy(register, by).length === 0 && !NEEDED.has(names)) return text
  throw new UsageError(`there is no ${describeKinds(names)} "${echoed(text)}"`, hintOf(register, by, text))
}

/** Kinds of which the register must have one, even if it has none yet. */
const NEEDED: ReadonlySet<Names> = new Set(['organisation', 'partnership', 'directorate', 'body'])

const describeKinds = (names: Names) => namingOf(names).kinds.map(describeKind).join(' or ')
const describeKind = (kind: string) => kind.replace('-', ' ').replace('document type', 'type of document')

function hintOf(register: Register, by: Naming, text: string): string {
  const near = nearTo(register, by, text)
  const add = ADD[namingOf(by.names).kinds[0]]?.(echoed(text))
  if (near === undefined) return add ?? listed(register, by)
  return add === undefined ? `did you mean ${near}?` : `did you mean ${near}? otherwise ${add}`
}

/** How to add a thing to the register. */
const ADD: Readonly<Record<string, ((name: string) => string) | undefined>> = {
  organisation: (name) => `partners organisation new "${name}" adds one`,
  partnership: (name) => `partners new "${name}" adds one`,
  role: (name) => `partners set register "roles[+].title" "${name}" adds one`,
}

/** All of a kind, which are few. */
function listed(register: Register, by: Naming): string {
  const ids = namedBy(register, by).map(({ id }) => id)
  return ids.length === 0 ? 'the register lists none yet; leave it out' : `there are: ${ids.join('; ')}`
}

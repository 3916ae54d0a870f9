import { lookUp } from './look-up.js'
import { isPlace, type At } from './place.js'
import { kindOf, RECORD_SCHEMAS } from './record-schemas.js'
import type { Register } from './register.js'
import { identityPath } from './schema-walk.js'

/** The path of a value as people read it (`risks[workforce].owner`); empty for a whole file, or a stretch of text. */
export function recordPath(register: Register, at: At): string {
  const kind = kindOf(at.file)
  if (!isPlace(at) || kind === undefined) return ''
  return identityPath(RECORD_SCHEMAS[kind].schema, lookUp(register).file.get(at.file), at.path)
}

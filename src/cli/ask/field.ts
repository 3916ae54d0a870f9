import { clean } from '../../model/clean.js'
import type { FieldMeta } from '../../model/field.js'
import type { Register } from '../../model/register.js'
import type { Schema } from '../../model/schema-walk.js'
import type { Path } from '../../document/node.js'
import { checkedText, fieldsIn } from '../../edits/check-value.js'
import type { Ask } from './terminal.js'
import type { Ports } from '../ports.js'

/** A field that a person may be asked for. */
export interface Question {
  readonly path: Path
  readonly meta: FieldMeta
  /** Otherwise an empty answer leaves it out. */
  readonly isRequired: boolean
  readonly otherwise?: string | undefined
  /** Values to choose from instead of the catalogue's: roles, types of documents. */
  readonly choices?: readonly string[] | undefined
  /** Replaces the check of the field. @throws UsageError if the answer does not fit */
  readonly check?: ((answer: string) => unknown) | undefined
  /** Which answers need no check. */
  readonly isFine?: ((answer: string) => boolean) | undefined
}

/** Is a person at the terminal who can be asked? */
export const mayAsk = ({ stdin, stdout }: Ports): boolean => stdin.isTerminal && stdout.isTerminal

/** Asks for one field, until the answer fits; undefined for an empty answer if the field may be left out. */
export async function askField(ask: Ask, register: Register, schema: Schema, field: Question) {
  const { path, meta, isRequired, otherwise, choices = valuesOf(meta) } = field
  const place = { register, schema, path }
  const check = field.check ?? ((given: string) => fieldsIn(place, given) ?? checkedText(place, given))
  const answer = await ask({
    text: `${meta.label} (${clean(lowered(meta.help))}${isRequired || otherwise !== undefined ? '' : '; empty: left out'})`,
    choices,
    otherwise,
    check: (given) => ((given === '' && !isRequired) || field.isFine?.(given) ? undefined : check(given)),
  })
  return answer === '' ? undefined : answer
}

const valuesOf = ({ json }: FieldMeta): readonly string[] =>
  Array.isArray(json['enum']) ? (json['enum'] as string[]) : []
const lowered = (help: string) => help.replace(/\.$/, '').replace(/^[A-Z](?=[a-z])/, (it) => it.toLowerCase())

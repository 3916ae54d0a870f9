import * as z from 'zod'
import { isOwnName, type OwnKind, type OwnType, type OwnTypes } from '../../model/own-fields.js'

/** The fields of their own (`x-…`) that the records of a register have. */
export type OwnNames = (kind: OwnKind) => OwnTypes

/** For templates that come with the tool: they know none. */
export const NO_OWN_NAMES: OwnNames = () => new Map()

/** Of which records the own fields are, at the places of a view that hold them. */
export const ownKinds = z.registry<{ readonly kind: OwnKind }>()

const SCHEMAS: Readonly<Record<OwnType, z.core.$ZodType>> = {
  text: z.string().nullable(),
  flag: z.boolean().nullable(),
  list: z.array(z.string()).nullable(),
}

/** The names at such a place, with what they hold; each may be absent in a record. */
export const ownShape = (names: OwnTypes): Readonly<Record<string, z.core.$ZodType>> =>
  Object.fromEntries([...names].map(([name, type]) => [name, SCHEMAS[type]]))

/** Who has no such field: `no update has x-agenda-item`. */
export const lacking = (kind: OwnKind, name: string): string =>
  kind === 'register' ? `register.yaml has no x-${name}` : `no ${kind} has x-${name}`

/** What to write to have one. */
export const toAdd = (kind: OwnKind, name: string): string =>
  isOwnName(`x-${name}`)
    ? `add it to ${kind === 'register' ? 'register.yaml' : `the ${kind}`} as a text, a list of texts, true or false; keys within keys are not printed`
    : 'a name that templates can print begins with a letter; letters, digits, - and _ follow'

import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { hasParent } from '../../model/hierarchy.js'
import { hasNoMoney } from '../../policy/facts.js'
import { labelOf } from '../label.js'
import { grouped } from '../../model/order.js'
import { countPartnerships } from '../phrases.js'
import type { Row, Section } from './view.js'

type Schema = Parameters<typeof labelOf>[0]

/** Fields that a reader looks for in every partnership. */
const LOOKED_FOR = [
  'kind',
  'procurement',
  'directorate',
  'lead',
  'sponsor',
  'start',
  'end',
  'value',
  'importance',
  'objectives',
  'data',
  'partners',
] as const satisfies readonly (keyof Partnership)[]

const isStated = (it: Partnership, key: (typeof LOOKED_FOR)[number]): boolean => {
  const value = it[key]
  if (key === 'value' && hasNoMoney(it)) return true
  return Array.isArray(value) ? value.length > 0 : value !== undefined
}

const label = (key: string) => labelOf(partnershipSchema, key).toLowerCase()

/** What is neither stated nor told to be unknown. A part takes what it does not state from its whole. */
export const notStated = (register: Register, it: Partnership): string[] =>
  hasParent(register, it) ? [] : LOOKED_FOR.filter((key) => !isStated(it, key) && !(key in it.unknown)).map(label)

/** Gaps that the keeper named, those of one reason together. */
export function unknownOf(schema: Schema, unknown: Readonly<Record<string, string>>): Row['unknown'] {
  return grouped(Object.entries(unknown), ([, why]) => why).map((same) => ({
    what: same.map(([path], index) => (index === 0 ? labelled(schema, path) : labelled(schema, path).toLowerCase())),
    why: same[0]![1],
  }))
}

/** `value.direction` is Value (direction), as it stands in a list and before a colon. */
function labelled(schema: Schema, path: string): string {
  const [first = '', ...more] = labelOf(schema, path)
    .replace(/^(?:Organisation|Partnership) k/, 'K')
    .replace(/^(?:Organisation|Partnership) s/, 'S')
    .split(': ')
  return more.length === 0 ? first : `${first} (${more.join(', ')})`
}

/** Of how many of some partnerships each field is not known, with a reason or without. */
export const gapCounts = (partnerships: readonly Partnership[]): Section<'gaps'>['gaps'] =>
  LOOKED_FOR.map((key) => ({
    what: label(key),
    count: countPartnerships(
      `partnerships of which it is not known: ${label(key)}`,
      partnerships,
      (it) => !isStated(it, key),
    ),
  })).filter(({ count }) => count.count > 0)

import { hasParent } from '../../model/hierarchy.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { readerLabel, type Schema } from '../../model/schema-walk.js'
import { lowerFirst } from '../../model/words.js'
import { byReason, gapsIn, lookedFor, states } from '../rows/gaps.js'
import { countPartnerships } from '../phrases.js'

const label = (key: string) => lowerFirst(readerLabel(partnershipSchema, key))

/** Fields neither stated nor recorded as unknown; a part takes them from its whole. */
export const notStated = (register: Register, it: Partnership): string[] =>
  hasParent(register, it)
    ? []
    : lookedFor()
        .filter((key) => !states(register, it, key) && !(key in it.unknown))
        .map(label)

/** Gaps that the keeper recorded, those of one reason together. */
export const unknownOf = (schema: Schema, unknown: Readonly<Record<string, string>>) =>
  byReason(gapsIn('', schema, unknown))

/** For how many partnerships each field is not known, with a reason or without. */
export const gapCounts = (register: Register, partnerships: readonly Partnership[]) =>
  lookedFor()
    .map((key) => ({
      what: label(key),
      count: countPartnerships(
        `partnerships for which it is not known: ${label(key)}`,
        partnerships,
        (it) => !states(register, it, key),
      ),
    }))
    .filter(({ count }) => count.count > 0)

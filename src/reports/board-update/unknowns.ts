import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { settingsSchema } from '../../model/settings.js'
import { updateSchema } from '../../model/update.js'
import { yearsOf } from '../../policy/facts.js'
import { labelOf } from '../label.js'
import { by, grouped } from '../rows.js'
import { sayWhich } from '../say.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** Paths under `unknown` that cast doubt on a value. */
const DOUBTS = ['value', 'value.ours', 'value.per']

/** What is doubtful about a value: what its keeper wrote, and what the register does not say. */
export function valueDoubts(partnership: Partnership): string[] {
  const { value, unknown } = partnership
  const written = Object.entries(unknown).flatMap(([path, reason]) => (DOUBTS.includes(path) ? [reason] : []))
  if (value?.per === undefined && !('value.per' in unknown)) written.push('Whether the sum is yearly is not stated.')
  if (value?.per === 'total' && yearsOf(partnership) === undefined)
    written.push('The sum is a total whose years are not known; it counts whole here.')
  return written
}

interface Gap {
  readonly what: string
  readonly why: string
  readonly of: string
}

/** What the keepers wrote under `unknown`, one row for each gap and reason, the most common first, where the summary does not tell it. */
export function unknowns({ register, update, running, over }: Scope): Section<'unknowns'>['unknowns'] {
  const gaps = [
    ...gapsIn('the register', settingsSchema, register.settings.unknown),
    ...gapsIn('this paper', updateSchema, update?.unknown ?? {}),
    ...running
      .toSorted(by((it) => it.name))
      .flatMap((it) => gapsIn(it.name, partnershipSchema, it.unknown, over.includes(it) ? DOUBTS : [])),
  ]
  const all = running.map((it) => it.name)
  return grouped(gaps, ({ what, why }) => `${what}: ${why}`)
    .sort((a, b) => b.length - a.length)
    .map((same) => {
      const { what, why } = same[0]!
      return {
        what,
        why,
        of: sayWhich(
          same.map((it) => it.of),
          all,
        ),
      }
    })
}

type Schema = Parameters<typeof labelOf>[0]

/** @param told paths that the paper tells elsewhere */
function gapsIn(
  of: string,
  schema: Schema,
  unknown: Readonly<Record<string, string>>,
  told: readonly string[] = [],
): Gap[] {
  return Object.entries(unknown)
    .filter(([path]) => !told.includes(path))
    .map(([path, why]) => ({ what: labelOf(schema, path), why, of }))
}

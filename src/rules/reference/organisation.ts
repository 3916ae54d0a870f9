import { writeFix } from '../../model/fix.js'
import { slug } from '../../model/id.js'
import { nearest } from '../../model/nearest.js'
import { idsOf, organisationReferences } from '../references.js'
import type { Register } from '../../model/register.js'
import { defineRule } from '../rule.js'

export const organisation = defineRule({
  code: 'reference/organisation',
  severity: 'error',
  summary: 'A partner organisation is named that the register does not have.',
  source: 'Every reference must lead to a record',
  why: 'What runs through an organisation cannot be counted when its id leads nowhere.',
  mend: 'Correct the id, or add a file in organisations/.',
  *check({ register }) {
    const known = idsOf(register, 'organisation')
    const byName = once(() => idsByName(register))
    for (const { at, id } of organisationReferences(register)) {
      if (known.has(id)) continue
      const called = byName().get(id)
      const meant = called ?? nearest(id, known)
      yield {
        at,
        key: id,
        message: `"${id}" is not an organisation of this register`,
        hint:
          meant === undefined
            ? `add organisations/${id}.yaml with its name and kind`
            : `did you mean ${meant} (organisations/${meant}.yaml)?`,
        ...(meant !== undefined && { fix: writeFix(at.path, meant, called !== undefined) }),
      }
    }
  },
})

/** Ids by what names and aliases are as ids, where only one organisation has them. */
function idsByName({ organisations }: Register): ReadonlyMap<string, string> {
  const found = new Map<string, string | undefined>()
  for (const { id, name, aliases } of organisations)
    for (const it of new Set([name, ...aliases].map(slug))) found.set(it, found.has(it) ? undefined : id)
  return new Map([...found].flatMap(([name, id]) => (id === undefined ? [] : [[name, id] as const])))
}

/** Names are looked up only where an id leads nowhere. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

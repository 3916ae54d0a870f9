import { askedOf, onceEachHolder } from '../../policy/asked.js'
import { standingOf } from '../asked-documents.js'
import { grouped } from '../../model/order.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** Documents by type: how many are asked for and how they stand; those that are asked for nowhere for sure stand apart. */
export function documentTables({ policy, running }: Scope): Section<'documents'>['documents'] {
  const once = onceEachHolder(askedOf(policy, running))
  const { needed, inForce } = standingOf('all documents', once)
  const byType = grouped(once, (it) => it.duty.type).map((all) => {
    const { title } = all[0]!.duty
    return { title, ...standingOf(title, all) }
  })
  return {
    needed,
    inForce,
    sure: byType
      .filter((it) => it.needed.count > 0)
      .map(({ title, needed, inForce, notSigned, expired, missing, perhaps }) => {
        return { title, asked: needed, held: inForce, notSigned, expired, missing, perhaps }
      }),
    perhaps: byType
      .filter((it) => it.needed.count === 0 && it.perhaps.count > 0)
      .map(({ title, perhaps }) => ({ title, count: perhaps })),
  }
}

import { askedOf, countDocuments, isSure, onceEachHolder, standingOf, type Asked } from '../asked-documents.js'
import { grouped } from '../rows.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** Documents by type: how many are asked for and how they stand; those that are asked for nowhere for sure stand apart. */
export function documentTables({ policy, running }: Scope): Section<'documents'>['documents'] {
  const byType = grouped(onceEachHolder(askedOf(policy, running)), (it) => it.duty.type)
  const isAsked = (all: readonly Asked[]) => all.some((it) => isSure(it.duty))
  return {
    sure: byType.filter(isAsked).map(row),
    perhaps: byType
      .filter((all) => !isAsked(all))
      .map((all) => ({ title: titleOf(all), count: standingOf(titleOf(all), all).perhaps })),
  }
}

const titleOf = (all: readonly Asked[]) => all[0]!.duty.title

function row(all: readonly Asked[]): Section<'documents'>['documents']['sure'][number] {
  const title = titleOf(all)
  const { notSigned, expired, missing, perhaps } = standingOf(title, all)
  const held = ['held', 'expiring']
  return {
    title,
    asked: countDocuments(
      `${title}: asked for, without those that are not applicable with a reason`,
      all.filter((it) => isSure(it.duty) && it.duty.state !== 'not-applicable'),
    ),
    held: countDocuments(
      `${title}: held`,
      all.filter((it) => held.includes(it.duty.state)),
    ),
    notSigned,
    expired,
    missing,
    perhaps,
  }
}

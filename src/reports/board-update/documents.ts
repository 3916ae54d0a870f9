import { countFigure } from '../../figures/figure.js'
import { at } from '../../model/place.js'
import type { Partnership } from '../../model/partnership.js'
import { isStricter, type DocumentDuty } from '../../policy/documents.js'
import { grouped } from '../rows.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

interface Asked {
  readonly partnership: Partnership
  readonly duty: DocumentDuty
}

/**
 * Documents by type: how many are asked for and how they stand; those that are asked for nowhere for sure stand apart.
 * Completeness is counted by type with what it is out of; a partner’s own document is asked for once, in however many
 * partnerships it is used.
 */
export function documentTables({ policy, running }: Scope): Section<'documents'>['documents'] {
  const asked = running.flatMap((partnership) =>
    policy.documents(partnership).map((duty): Asked => ({ partnership, duty })),
  )
  const byType = grouped(asked, (it) => it.duty.type).map(onceEachHolder)
  return {
    sure: byType.filter((all) => all.some((it) => isSure(it.duty))).map(standing),
    perhaps: byType
      .filter((all) => !all.some((it) => isSure(it.duty)))
      .map((all) => ({ title: titleOf(all), count: countOf(all, PERHAPS, () => true) })),
  }
}

const PERHAPS = 'may be needed: what decides it is not known'
/** Asked for and not waived: what is not applicable, with its reason, is in no count. */
const isSure = (duty: DocumentDuty) => duty.state !== 'not-applicable' && (!duty.unsure || duty.document !== undefined)
const titleOf = (all: readonly Asked[]) => all[0]!.duty.title

function standing(all: readonly Asked[]): Section<'documents'>['documents']['sure'][number] {
  const count = (how: string, fits: (duty: DocumentDuty) => boolean) => countOf(all, how, fits)
  return {
    title: titleOf(all),
    asked: count('asked for', isSure),
    held: count('held', (it) => it.state === 'held' || it.state === 'expiring'),
    notSigned: count('there, but not signed', (it) => it.state === 'unsigned'),
    expired: count('expired', (it) => it.state === 'expired'),
    missing: count(
      'not in the register',
      (it) => isSure(it) && (it.state === 'missing' || it.state === 'needed-before-start'),
    ),
    perhaps: count(PERHAPS, (it) => it.state !== 'not-applicable' && !isSure(it)),
  }
}

const countOf = (all: readonly Asked[], how: string, fits: (duty: DocumentDuty) => boolean) =>
  countFigure(`${titleOf(all)}: ${how}`, all.filter((it) => fits(it.duty)).map(sourceOf))

function onceEachHolder(asked: readonly Asked[]): Asked[] {
  const byHolder = new Map<string, Asked>()
  for (const it of asked) {
    const holder =
      it.duty.organisation === undefined
        ? `partnership ${it.partnership.id}`
        : `organisation ${it.duty.organisation.id}`
    const known = byHolder.get(holder)
    if (known === undefined || isStricter(it.duty, known.duty)) byHolder.set(holder, it)
  }
  return [...byHolder.values()]
}

const sourceOf = ({ partnership, duty }: Asked) => {
  const holder = duty.organisation ?? partnership
  return { name: holder.name, at: duty.document === undefined ? at(holder, 'name') : duty.at }
}

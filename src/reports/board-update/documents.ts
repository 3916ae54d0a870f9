import { countFigure } from '../../figures/figure.js'
import { at } from '../../model/place.js'
import type { Partnership } from '../../model/partnership.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import type { DocumentDuty } from '../../policy/documents.js'
import type { BoardUpdateView } from './view.js'

interface Asked {
  readonly partnership: Partnership
  readonly duty: DocumentDuty
}

/**
 * Documents by type: how many are asked for and how they stand. Completeness is counted by type with what it is out of;
 * a partner’s own document is asked for once, in however many partnerships it is used.
 */
export function documentTable(policy: PolicyAnswers, running: readonly Partnership[]): BoardUpdateView['documents'] {
  const asked = running.flatMap((partnership) =>
    policy.documents(partnership).map((duty): Asked => ({ partnership, duty })),
  )
  const types = [...new Set(asked.map((it) => it.duty.type))]
  return types.map((type) => {
    const all = onceEachHolder(asked.filter((it) => it.duty.type === type))
    const count = (how: string, fits: (duty: DocumentDuty) => boolean) =>
      countFigure(`${all[0]!.duty.title}: ${how}`, all.filter((it) => fits(it.duty)).map(source))
    const isSure = (duty: DocumentDuty) => !duty.unsure || duty.document !== undefined
    return {
      title: all[0]!.duty.title,
      asked: count('asked for', isSure),
      held: count('held', (it) => it.state === 'held' || it.state === 'expiring' || it.state === 'not-applicable'),
      notSigned: count('there, but not signed', (it) => it.state === 'unsigned'),
      expired: count('expired', (it) => it.state === 'expired'),
      missing: count(
        'not in the register',
        (it) => isSure(it) && (it.state === 'missing' || it.state === 'needed-before-start'),
      ),
      unsure: count('perhaps needed: what decides it is not known', (it) => !isSure(it)),
    }
  })
}

function onceEachHolder(asked: readonly Asked[]): Asked[] {
  const byHolder = new Map<string, Asked>()
  for (const it of asked) {
    const holder =
      it.duty.organisation === undefined
        ? `partnership ${it.partnership.id}`
        : `organisation ${it.duty.organisation.id}`
    if (!byHolder.has(holder) || (byHolder.get(holder)!.duty.unsure && !it.duty.unsure)) byHolder.set(holder, it)
  }
  return [...byHolder.values()]
}

const source = ({ partnership, duty }: Asked) => {
  const holder = duty.organisation ?? partnership
  return { name: holder.name, at: duty.document === undefined ? at(holder, 'name') : duty.at }
}

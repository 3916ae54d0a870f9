import type { Partnership } from '../../model/partnership.js'
import { askedOf, holderKey, onceEachHolder, usedIn, type AskedOnce } from '../../policy/asked.js'
import { isSure, type DocumentDuty, type DocumentState } from '../../policy/documents.js'
import { dutyName, sayItWas, sayState } from '../../policy/say-document.js'
import type { State } from '../state.js'
import type { Change } from './change.js'

/**
 * Documents that are asked for and stand otherwise than before: gained, lost, run out, newly asked for. A partner's
 * document is one change, which names the partnerships that it is used in.
 * @param both partnerships as they were and as they are
 */
export function documentChanges(
  both: readonly { readonly earlier: Partnership; readonly now: Partnership }[],
  before: State,
  after: State,
): Change[] {
  const older = byHolder(
    before,
    both.map((it) => it.earlier),
  )
  const newer = byHolder(
    after,
    both.map((it) => it.now),
  )
  const keys = [...new Set([...newer.keys(), ...older.keys()])]
  return keys.flatMap((key) => documentChange(older.get(key), newer.get(key)) ?? [])
}

const byHolder = ({ policy }: State, partnerships: readonly Partnership[]) =>
  new Map(onceEachHolder(askedOf(policy, partnerships)).map((it) => [holderKey(it), it]))

function documentChange(from: AskedOnce | undefined, to: AskedOnce | undefined): Change | undefined {
  const [was, is] = [standingOf(from?.duty), standingOf(to?.duty)]
  if (was === is) return undefined
  const told = (to ?? from)!
  return {
    kind: 'document',
    partnerships: usedIn(told),
    text: `${dutyName(told.duty)}: ${sayStanding(to?.duty)}; ${sayItWas(sayStanding(from?.duty))}`,
    course: courseOf(was, is),
    before: from?.duty.at,
    after: to?.duty.at,
  }
}

type Standing = DocumentState | 'not asked for' | 'perhaps needed'

/** What runs out soon is in force still. */
function standingOf(duty: DocumentDuty | undefined): Standing {
  if (duty === undefined) return 'not asked for'
  if (!isSure(duty)) return 'perhaps needed'
  return duty.state === 'expiring' ? 'held' : duty.state
}

function sayStanding(duty: DocumentDuty | undefined): string {
  if (duty === undefined) return 'not asked for'
  return isSure(duty) ? sayState(duty) : 'perhaps needed'
}

const GOOD: readonly Standing[] = ['held', 'not-applicable', 'not asked for']
const BAD: readonly Standing[] = ['expired', 'unsigned', 'missing']

function courseOf(was: Standing, is: Standing): Change['course'] {
  if (BAD.includes(was) && GOOD.includes(is)) return 'better'
  return GOOD.includes(was) && BAD.includes(is) ? 'worse' : undefined
}

import { sayDay } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import { isSure, type DocumentDuty, type DocumentState } from '../policy/documents.js'
import type { Change, State } from './change.js'

/** Documents that are asked for and stand otherwise than before: gained, lost, run out, newly asked for. */
export function documentChanges(earlier: Partnership, now: Partnership, before: State, after: State): Change[] {
  const older = new Map(before.policy.documents(earlier).map((it) => [keyOf(it), it]))
  const newer = new Map(after.policy.documents(now).map((it) => [keyOf(it), it]))
  const keys = [...new Set([...newer.keys(), ...older.keys()])]
  return keys.flatMap((key): Change[] => {
    const [from, to] = [older.get(key), newer.get(key)]
    const [was, is] = [standingOf(from), standingOf(to)]
    if (was === is) return []
    return [
      {
        kind: 'document',
        partnership: now,
        text: `${nameOf((to ?? from)!)}: ${sayStanding(to)}; it was ${sayStanding(from)}`,
        course: courseOf(was, is),
        before: from?.at,
        after: to?.at,
      },
    ]
  })
}

const keyOf = ({ type, organisation }: DocumentDuty) => `${type} ${organisation?.id ?? ''}`
const nameOf = ({ title, organisation }: DocumentDuty) =>
  organisation === undefined ? title : `${title} of ${organisation.name}`

type Standing = DocumentState | 'not asked for' | 'perhaps needed'

/** What runs out soon is in force still. */
function standingOf(duty: DocumentDuty | undefined): Standing {
  if (duty === undefined) return 'not asked for'
  if (!isSure(duty)) return 'perhaps needed'
  return duty.state === 'expiring' ? 'held' : duty.state
}

function sayStanding(duty: DocumentDuty | undefined): string {
  const standing = standingOf(duty)
  const until = duty?.until === undefined ? '' : ` until ${sayDay(duty.until)}`
  const words: Record<Standing, string> = {
    held: `in force${until}`,
    expiring: `in force${until}`,
    expired: duty?.until === undefined ? 'run out' : `run out since ${sayDay(duty.until)}`,
    unsigned: 'not signed',
    missing: 'not in the register',
    'needed-before-start': 'needed before the start',
    'not-applicable': 'not applicable',
    'not asked for': 'not asked for',
    'perhaps needed': 'perhaps needed',
  }
  return words[standing]
}

const GOOD: readonly Standing[] = ['held', 'not-applicable', 'not asked for']
const BAD: readonly Standing[] = ['expired', 'unsigned', 'missing']

function courseOf(was: Standing, is: Standing): Change['course'] {
  if (BAD.includes(was) && GOOD.includes(is)) return 'better'
  return GOOD.includes(was) && BAD.includes(is) ? 'worse' : undefined
}

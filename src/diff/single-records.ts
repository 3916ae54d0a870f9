import { at, type Filed } from '../model/place.js'
import { counted } from '../model/words.js'
import type { RecordRef, Compared, RecordDiff, State } from './fact.js'
import { pairFacts } from './pair-facts.js'

/** The records that a register has only one of, with their names. */
const SINGLES = { register: 'the register', policy: 'the policy', baseline: 'the baseline' } as const
type Single = keyof typeof SINGLES

/** What became of register.yaml, policy.yaml and baseline.yaml. */
export const singleRecords = (compared: Compared): RecordDiff[] =>
  (Object.keys(SINGLES) as Single[]).flatMap((kind) => singleRecord(kind, compared))

function singleRecord(kind: Single, compared: Compared): RecordDiff[] {
  const [earlier, now] = [recordOf(kind, compared.before), recordOf(kind, compared.after)]
  const file = `${kind}.yaml`
  const record: RecordRef = { kind, id: kind, name: SINGLES[kind], file }
  if (earlier !== undefined && now !== undefined) return [{ record, facts: pairFacts(kind, earlier, now, compared) }]
  if (earlier === undefined && now === undefined) return []
  if (isUnread(compared.before, file) || isUnread(compared.after, file)) return [] // reported as unreadable
  const accepts =
    now !== undefined && 'accepted' in now ? ` and accepts ${counted(lengthOf(now.accepted), 'finding')}` : ''
  const places = { before: earlier && at(earlier), after: now && at(now) }
  const isGood = now !== undefined && kind !== 'baseline' && recordOf('register', compared.before) === undefined
  const did = now === undefined ? 'was removed' : `${kind === 'register' ? 'is new' : 'was added'}${accepts}`
  const fact = {
    kind: kind === 'register' ? 'added' : kind,
    weight: isGood ? 'neutral' : 'worse',
    did,
    ...places,
  } as const
  return [{ record, facts: [fact] }]
}

/** A state without a register.yaml has default settings, which do not count as a record. */
function recordOf(kind: Single, { register }: State): Filed | undefined {
  if (kind === 'register') return register.files.has('register.yaml') ? register.settings : undefined
  if (kind === 'baseline') return register.baseline
  const own = register.policies.find((it) => it.file === 'policy.yaml')
  return own && { ...own.data, file: own.file }
}

const isUnread = ({ register }: State, file: string) => register.unreadable.some((it) => it.file === file)
const lengthOf = (list: unknown) => (Array.isArray(list) ? list.length : 0)

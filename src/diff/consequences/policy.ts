import type { Partnership } from '../../model/partnership.js'
import { by, getOrMake } from '../../model/order.js'
import { answerPolicy } from '../../policy/answers.js'
import type { Because } from '../../model/place.js'
import { isSame } from '../../model/same.js'
import type { State } from '../fact.js'
import { requirementsOf, changedDuties, describeRequirementChange, type Requirement } from './duties.js'

/** Something that a change of policy does to some partnerships. */
interface PolicyConsequence {
  /** `Tier`, or the duty. */
  readonly what: string
  readonly did: string
  readonly partnerships: readonly { readonly id: string; readonly name: string }[]
  readonly because: readonly Because[]
  readonly becauseBefore: readonly Because[]
}

/** What a change of policy does to the partnerships that existed before it. */
export interface PolicyEffect {
  /** Those whose requirements or tier differ. */
  readonly touched: readonly { readonly id: string; readonly name: string }[]
  readonly of: number
  readonly consequences: readonly PolicyConsequence[]
}

/** Did policy change between two states? */
export const hasOtherPolicy = (before: State, after: State): boolean =>
  !isSame(
    before.register.policies.map((it) => it.data),
    after.register.policies.map((it) => it.data),
  )

/** The earlier state under the later policy: differences between this and the earlier state come from policy alone. */
export function underPolicyOf(before: State, after: State): State {
  const register = {
    ...before.register,
    policies: after.register.policies,
    files: new Map([...before.register.files, ...policyFiles(after)]),
  }
  return { register, policy: answerPolicy(register, before.asOf), asOf: before.asOf }
}

const policyFiles = ({ register }: State) =>
  register.policies.flatMap(({ file }) => {
    const read = register.files.get(file)
    return read === undefined ? [] : [[file, read] as const]
  })

/** @param under the earlier state under the later policy */
export function policyEffect(before: State, under: State): PolicyEffect {
  const partnerships = before.register.partnerships.filter((it) => it.status !== 'ended')
  const consequences = new Map<string, Move & { partnerships: Partnership[] }>()
  const touched = partnerships.filter((it) => {
    const found = [...tierMove(it, before, under), ...dutyMoves(it, before, under)]
    for (const move of found)
      getOrMake(consequences, keyOf(move), () => ({ ...move, partnerships: [] })).partnerships.push(it)
    return found.length > 0
  })
  return {
    touched,
    of: partnerships.length,
    consequences: [...consequences.values()].sort(
      (a, b) => b.partnerships.length - a.partnerships.length || by(keyOf)(a, b),
    ),
  }
}

type Move = Omit<PolicyConsequence, 'partnerships'>
const keyOf = ({ what, did }: Move) => `${what}\n${did}`

function tierMove(partnership: Partnership, before: State, under: State): Move[] {
  const [from, to] = [before.policy.tier(partnership), under.policy.tier(partnership)]
  if (from.id === to.id) return []
  const rose = under.policy.rank(to.id) > under.policy.rank(from.id)
  return [
    { what: 'Tier', did: `${rose ? 'rises' : 'falls'} from ${from.id} to ${to.id}`, because: [], becauseBefore: [] },
  ]
}

/** A document that several partners must have is listed once. */
function dutyMoves(partnership: Partnership, before: State, under: State): Move[] {
  const moves = changedDuties(requirementsOf(partnership, before), requirementsOf(partnership, under)).map(
    (change): Move => {
      const { was, is } = change
      const entryOf = (duty: Requirement | undefined) =>
        (duty?.because ?? []).filter((it) => it.at !== undefined).slice(0, 1)
      const reasons =
        is === undefined ? { because: [], becauseBefore: entryOf(was) } : { because: entryOf(is), becauseBefore: [] }
      return { what: (is ?? was)!.title, did: describeRequirementChange(change), ...reasons }
    },
  )
  return [...new Map(moves.map((it) => [keyOf(it), it])).values()]
}

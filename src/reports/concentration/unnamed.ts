import type { Partnership } from '../../model/partnership.js'
import { stakeOf, wholeStake, type Carrier } from './carrier.js'
import type { Scope } from './scope.js'

type Needs = Pick<Scope, 'families' | 'register'>

/** Partnerships with partners of whom only a group is stated, and those with no partner stated. */
export function unnamedCarriers({ families, register }: Needs): Carrier[] {
  const isOther = ({ organisation }: Partnership['partners'][number]) => organisation !== register.settings.organisation
  const unnamed = families.flatMap(
    (it) => stakeOf(register, it, ({ organisation }) => organisation === undefined)?.stake ?? [],
  )
  const unstated = families.filter((it) => stakeOf(register, it, isOther) === undefined)
  return [
    { name: 'Partners described but not named', stakes: unnamed },
    { name: 'Partners not recorded', stakes: unstated.map((it) => wholeStake(register, it)) },
  ]
}

import { sayNames } from '../../model/words.js'
import type { Partnership } from '../../model/partnership.js'
import { group, joined, line, told } from './line.js'
import type { Scope } from './scope.js'
import type { Group, Line } from './view.js'

type Body = Partnership['bodies'][number]

/** Who governs a partnership, who does what, and which powers are passed on. */
export function peopleGroups(scope: Scope, partnership: Partnership): Group[] {
  const names = (ids: readonly string[]) => sayNames(ids.map((id) => scope.named(id, partnership)))
  return [
    ...group(
      'Boards, committees and groups',
      partnership.bodies.map((it) => bodyLine(scope, it, partnership)),
    ),
    ...group(
      'Who does what',
      partnership.responsibilities.map((it) =>
        line(
          it.function,
          joined(...it.activities),
          told('accountable:', names(it.accountable)),
          told('responsible:', names(it.responsible)),
          told('delivers:', names(it.delivers)),
        ),
      ),
    ),
    ...group(
      'Powers that are passed on',
      partnership.delegations.map((it) =>
        line(
          it.power,
          `from ${scope.named(it.from, partnership)} to ${scope.named(it.to, partnership)}`,
          told('limit:', it.limit),
        ),
      ),
    ),
  ]
}

/** A board, committee or group, of a partnership or of the register. */
export function bodyLine(scope: Scope, it: Body, partnership?: Partnership): Line {
  const names = (ids: readonly string[]) => sayNames(ids.map((id) => scope.named(id, partnership)))
  return line(
    it.name,
    it.kind,
    it.remit,
    told('chaired by', it.chair),
    told('reports to', names(it['reports-to'])),
    told('supports', names(it.supports)),
    told('members:', names(it.members)),
    told('meets', it.meets),
    told('terms of reference:', it.terms),
  )
}

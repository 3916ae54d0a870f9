import { formatNames } from '../../model/words.js'
import type { Partnership } from '../../model/partnership.js'
import { group, joined, line, labelled } from './line.js'
import type { Scope } from './scope.js'
import type { Group, Line } from './view.js'

type Body = Partnership['bodies'][number]

/** Who governs a partnership, who does what, and which powers are passed on. */
export function peopleGroups(scope: Scope, partnership: Partnership): Group[] {
  const names = (ids: readonly string[]) => formatNames(ids.map((id) => scope.named(id, partnership)))
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
          labelled('accountable:', names(it.accountable)),
          labelled('responsible:', names(it.responsible)),
          labelled('delivers:', names(it.delivers)),
        ),
      ),
    ),
    ...group(
      'Powers that are passed on',
      partnership.delegations.map((it) =>
        line(
          it.power,
          `from ${scope.named(it.from, partnership)} to ${scope.named(it.to, partnership)}`,
          labelled('limit:', it.limit),
        ),
      ),
    ),
  ]
}

/** A board, committee or group, of a partnership or of the register. */
export function bodyLine(scope: Scope, it: Body, partnership?: Partnership): Line {
  const names = (ids: readonly string[]) => formatNames(ids.map((id) => scope.named(id, partnership)))
  return line(
    it.name,
    it.kind,
    it.remit,
    labelled('chaired by', it.chair),
    labelled('reports to', names(it['reports-to'])),
    labelled('supports', names(it.supports)),
    labelled('members:', names(it.members)),
    labelled('meets', it.meets),
    labelled('terms of reference:', it.terms),
  )
}

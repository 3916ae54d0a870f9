import { isOpenRisk } from '../../model/risk.js'
import type { Partnership } from '../../model/partnership.js'
import { inherited, leadOf } from '../../model/hierarchy.js'
import { section } from '../define-paper.js'
import { countPartnerships } from '../phrases.js'
import { count, each, flag, group } from '../view-parts.js'
import { countItems, isUnanswered } from './gaps.js'
import type { Scope } from './scope.js'

/** The figures of the executive summary: all that the paper describes together. */
export const inAll = section(
  {
    inAll: group({
      /** Partnerships, each with its parts: those described, and all that have not ended. */
      ...each(count, 'described', 'partnerships', 'led', 'sponsored'),
      /** Their bodies and functions, and those of them with a gap. */
      ...each(count, 'bodies', 'open', 'functions', 'unanswered', 'delegations'),
      ...each(count, 'milestones', 'risks'),
      /** Do all bodies lack a reporting line? */
      allOpen: flag,
    }),
  },
  ({ register, families, described }: Scope) => {
    const all = described.flat()
    const wholes = (of: readonly (readonly Partnership[])[]) => of.flatMap(([it]) => (it === undefined ? [] : [it]))
    const isOpen = (it: Partnership['bodies'][number]) => it['reports-to'].length === 0
    return {
      inAll: {
        allOpen: all.every(({ bodies }) => bodies.every(isOpen)),
        described: countPartnerships('partnerships whose governance is described', wholes(described)),
        partnerships: countPartnerships('partnerships that have not ended, each with its parts', wholes(families)),
        led: countPartnerships(
          'partnerships with a lead',
          wholes(families),
          (it) => leadOf(register, it) !== undefined,
        ),
        sponsored: countPartnerships(
          'partnerships with an executive sponsor',
          wholes(families),
          (it) => inherited(register, it, 'sponsor') !== undefined,
        ),
        bodies: countItems('bodies', all, 'bodies'),
        open: countItems('bodies without a reporting line', all, 'bodies', isOpen),
        functions: countItems('functions', all, 'responsibilities'),
        unanswered: countItems('functions without a single accountable owner', all, 'responsibilities', isUnanswered),
        delegations: countItems('delegations', all, 'delegations'),
        milestones: countItems('milestones not reached', all, 'milestones', (it) => it.done === undefined),
        risks: countItems('open risks', all, 'risks', isOpenRisk),
      },
    }
  },
)

import type { Partnership } from '../../model/partnership.js'
import { aboutOf } from '../about/about.js'
import { identity } from '../about/identity.js'
import { term } from '../about/term.js'
import { combined, definePaper, section, type ViewOf } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { count, flag, group, rows, text, texts } from '../view-parts.js'
import { benefits } from './benefits.js'
import { bodies, ownBodies, reporting } from './bodies.js'
import { front } from './front.js'
import { functions } from './functions.js'
import { countItems, gaps, isUnanswered } from './gaps.js'
import { inAll } from './in-all.js'
import { inCharge } from './in-charge.js'
import { money } from './money.js'
import { plan } from './plan.js'
import { scopeOf, type Scope } from './scope.js'

/** Bodies and functions of a partnership and its parts, each counted once. */
function overviewRow(all: readonly Partnership[]) {
  const [{ name }] = all as [Partnership]
  return {
    name,
    bodies: countItems(`bodies of ${name} and its parts`, all, 'bodies'),
    open: countItems(
      `bodies of ${name} and its parts without a reporting line`,
      all,
      'bodies',
      (it) => it['reports-to'].length === 0,
    ),
    functions: countItems(`functions of ${name} and its parts`, all, 'responsibilities'),
    unanswered: countItems(
      `functions of ${name} and its parts without exactly one accountable`,
      all,
      'responsibilities',
      isUnanswered,
    ),
    delegations: countItems(`delegations of ${name} and its parts`, all, 'delegations'),
  }
}

const summary = section(
  {
    /** Is the paper about one partnership, without what concerns all? */
    isAboutOne: flag,
    /** A line for each partnership that is described, its parts with it. */
    overview: rows({ name: text, bodies: count, open: count, functions: count, unanswered: count, delegations: count }),
    /** Partnerships that have not ended and whose governance is not described. */
    without: texts,
    own: group(reporting),
  },
  ({ register, subject, families, described }: Scope) => ({
    isAboutOne: subject !== undefined,
    overview: described.map(overviewRow),
    without: subject === undefined ? families.filter((it) => !described.includes(it)).map((it) => it[0]!.name) : [],
    own: ownBodies(register),
  }),
)

const block = combined([identity, term, front, bodies, functions, money, benefits, plan, gaps])

const blocks = section(
  {
    /** What the register holds for none of those described; empty where only one is. */
    silentOfAll: texts,
    blocks: rows(block.shape),
  },
  (scope: Scope) => {
    const all = scope.described.flat().map((it) => block.build(aboutOf(scope, it)))
    const [first, ...others] = all
    const silentOfAll =
      others.length === 0 ? [] : first!.silent.filter((it) => others.every(({ silent }) => silent.includes(it)))
    return {
      silentOfAll,
      blocks: all.map((it) => ({ ...it, silent: it.silent.filter((what) => !silentOfAll.includes(what)) })),
    }
  },
)

/** The governance of one partnership, or of every one whose governance the register describes. */
export const governance = definePaper({
  name: 'governance',
  summary:
    'how partnerships are governed: who is in charge, bodies, accountabilities, delegations, money, benefits, plan and risks',
  takes: ['subject'],
  scope: scopeOf,
  sections: [paperHead, inAll, inCharge, summary, blocks],
})

export type Block = ViewOf<typeof governance>['blocks'][number]

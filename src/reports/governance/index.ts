import { runningPartnerships } from '../../model/hierarchy.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { aboutOf } from '../about/about.js'
import { identity } from '../about/identity.js'
import { term } from '../about/term.js'
import { combined, definePaper, section, type ViewOf } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import type { PaperInput } from '../paper.js'
import { count, flag, group, rows, text, texts } from '../view-parts.js'
import { benefits } from './benefits.js'
import { bodies, ownBodies, reporting } from './bodies.js'
import { front } from './front.js'
import { functions } from './functions.js'
import { countItems, gaps, isUnanswered } from './gaps.js'
import { money } from './money.js'
import { plan } from './plan.js'

interface Scope extends PaperInput {
  /** Each partnership that has not ended, with its parts that are governed. */
  readonly families: readonly (readonly Partnership[])[]
  /** Those of them that the paper is about. */
  readonly described: readonly (readonly Partnership[])[]
}

/** One partnership, or every one whose governance the register describes. */
function scopeOf(input: PaperInput): Scope {
  const { register, subject } = input
  const families = runningPartnerships(register).wholes.map((it) => familyOf(register, it))
  const described =
    subject === undefined ? families.filter((all) => all.some(isGoverned)) : [familyOf(register, subject)]
  return { ...input, families, described }
}

/** Does the register hold bodies, functions or delegated powers of it? */
const isGoverned = ({ bodies, responsibilities, delegations }: Partnership) =>
  bodies.length + responsibilities.length + delegations.length > 0

/** A partnership and, after it, its parts that have not ended and are governed. */
const familyOf = (register: Register, whole: Partnership): Partnership[] => [
  whole,
  ...runningPartnerships(register).partsOf(whole).filter(isGoverned),
]

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
    delegations: countItems(`delegated powers of ${name} and its parts`, all, 'delegations'),
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
  summary: 'how partnerships are governed: bodies, who answers for what, powers, money, benefits, plan and risks',
  takes: ['subject'],
  scope: scopeOf,
  sections: [paperHead, summary, blocks],
})

export type Block = ViewOf<typeof governance>['blocks'][number]

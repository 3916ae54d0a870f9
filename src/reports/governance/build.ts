import { formatDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { runningPartnerships } from '../../model/hierarchy.js'
import type { PaperInput } from '../paper.js'
import { nameOf } from '../phrases.js'
import { benefitsOf } from './benefits.js'
import { bodiesOf, ownBodies } from './bodies.js'
import { frontOf, coveredInFront } from './front.js'
import { functionsOf } from './functions.js'
import { countItems, gapsOf, isUnanswered } from './gaps.js'
import { moneyOf, doubtedPaths } from './money.js'
import { planOf } from './plan.js'
import type { Block, GovernanceView } from './view.js'

/** The view of the governance paper: of one partnership, or of every one of which the register holds such matter. */
export function buildGovernance(input: PaperInput): { view: GovernanceView; narrative: Record<string, string> } {
  const { register, subject, asOf } = input
  const families = runningPartnerships(register).wholes.map((it) => familyOf(register, it))
  const told = subject === undefined ? families.filter((all) => all.some(isGoverned)) : [familyOf(register, subject)]
  const blocks = told.flat().map((it) => blockOf(input, it))
  const silentOfAll =
    blocks.length > 1 ? blocks[0]!.silent.filter((it) => blocks.every(({ silent }) => silent.includes(it))) : []
  const view: GovernanceView = {
    organisation: nameOf(register, register.settings.organisation),
    asOf: formatDay(asOf),
    isAboutOne: subject !== undefined,
    overview: told.map(overviewRow),
    without: subject === undefined ? families.filter((it) => !told.includes(it)).map((it) => it[0]!.name) : [],
    own: ownBodies(register),
    silentOfAll,
    blocks: blocks.map((it) => ({ ...it, silent: it.silent.filter((what) => !silentOfAll.includes(what)) })),
    provenance: input.provenance,
  }
  return { view, narrative: {} }
}

/** Does the register hold of it who governs it, who answers for what, or who may decide what? */
const isGoverned = ({ bodies, responsibilities, delegations }: Partnership) =>
  bodies.length + responsibilities.length + delegations.length > 0

/** A partnership and, after it, its parts that have not ended and of which there is something to tell. */
const familyOf = (register: Register, whole: Partnership): Partnership[] => [
  whole,
  ...runningPartnerships(register).partsOf(whole).filter(isGoverned),
]

/** Bodies and functions of a partnership and its parts; each stands in one of them only. */
function overviewRow(all: readonly Partnership[]): GovernanceView['overview'][number] {
  const [{ name }] = all as [Partnership]
  return {
    name,
    bodies: countItems(`bodies of ${name} and its parts`, all, 'bodies'),
    open: countItems(
      `bodies of ${name} and its parts of which it is not stated whom they report to`,
      all,
      'bodies',
      (it) => it['reports-to'].length === 0,
    ),
    functions: countItems(`functions of ${name} and its parts`, all, 'responsibilities'),
    unanswered: countItems(
      `functions of ${name} and its parts for which not exactly one is accountable`,
      all,
      'responsibilities',
      isUnanswered,
    ),
    delegations: countItems(`powers that are passed on in ${name} and its parts`, all, 'delegations'),
  }
}

function blockOf({ register, policy, asOf }: PaperInput, partnership: Partnership): Block {
  return {
    ...frontOf(register, partnership),
    ...bodiesOf(register, partnership),
    ...functionsOf(register, partnership, asOf),
    ...moneyOf(register, partnership),
    ...benefitsOf(register, partnership),
    ...planOf(partnership, policy.policy, asOf),
    ...gapsOf(partnership, coveredPaths(register, partnership)),
  }
}

/** Paths under `unknown` that stand beside what they cast doubt on. */
const coveredPaths = (register: Register, partnership: Partnership) => [
  ...coveredInFront(register, partnership),
  ...doubtedPaths(partnership),
]

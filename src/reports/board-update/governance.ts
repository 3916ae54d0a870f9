import { inWords, lowerFirst } from '../../model/words.js'
import { bodyName, countPartnerships, nameOf, partnershipName, formatOptionalDay } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, each, flag, maybe, rows, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'
import { rowFrom } from '../rows/row-from.js'
import { signaturesOf, signaturesView } from '../rows/signatures.js'

const shape = {
  tiers: rows({ name: text, count }),
  /** What gives points towards a tier, by the policy in force; and are there floors below which none falls? */
  tierFactors: texts,
  hasFloors: flag,
  standards: rows({
    title: text,
    version: text,
    status: maybe,
    circulatedTo: texts,
    commentsDue: maybe,
    approvedBy: maybe,
  }),
  /** How many partners and partnerships have signed it. */
  signatures: signaturesView,
  audits: rows({
    title: text,
    by: maybe,
    state: maybe,
    partnerships: texts,
    ...each(maybe, 'reportsTo', 'due', 'opinion'),
  }),
}

/** How significant partnerships are, the standard, and audits. */
export const governance = section(shape, (scope: Scope) => ({
  tiers: tiers(scope),
  tierFactors: scope.policy.policy.entries('points').map(({ id, data }) => lowerFirst(data.title ?? inWords(id))),
  hasFloors: scope.policy.policy.entries('floors').length > 0,
  standards: standards(scope),
  signatures: signaturesOf(scope, scope.top, scope.running),
  audits: audits(scope),
}))

/** The most significant first. */
function tiers({ policy, top }: Scope) {
  return policy.policy
    .entries('tiers')
    .map(({ id }) => ({
      name: id,
      count: countPartnerships(`partnerships that policy makes ${id}`, top, (it) => policy.tier(it).id === id),
    }))
    .filter((it) => it.count.count > 0)
    .sort((a, b) => policy.rank(b.name) - policy.rank(a.name))
}

function standards({ register }: Scope) {
  return register.settings.standards.map((it) => ({
    title: it.title ?? 'Partnership standard',
    version: it.version,
    status: it.status && inWords(it.status),
    circulatedTo: it['circulated-to'].map((id) => nameOf(register, id)),
    commentsDue: formatOptionalDay(it['comments-due']),
    approvedBy: bodyName(register, it['approved-by']),
  }))
}

/** Those of the register and those of the update. */
function audits({ register, update }: Scope) {
  return [...register.settings.audits, ...(update?.audits ?? [])].map((it) => ({
    ...rowFrom(it, 'title', 'due', 'opinion'),
    by: it.by && nameOf(register, it.by),
    state: it.state && inWords(it.state),
    partnerships: it.partnerships.map((id) => partnershipName(register, id)),
    reportsTo: bodyName(register, it['reports-to']),
  }))
}

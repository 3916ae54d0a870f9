import { inWords, lowerFirst } from '../../model/words.js'
import { bodyName, countPartnerships, nameOf, partnershipName, formatOptionalDay } from '../phrases.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** How significant partnerships are, the standard, and audits. */
export function governance(scope: Scope): Section<'tiers' | 'tierFactors' | 'hasFloors' | 'standards' | 'audits'> {
  return {
    tiers: tiers(scope),
    tierFactors: scope.policy.policy.entries('points').map(({ id, data }) => lowerFirst(data.title ?? inWords(id))),
    hasFloors: scope.policy.policy.entries('floors').length > 0,
    standards: standards(scope),
    audits: audits(scope),
  }
}

/** The most significant first. */
function tiers({ policy, top }: Scope): Section<'tiers'>['tiers'] {
  return policy.policy
    .entries('tiers')
    .map(({ id }) => ({
      name: id,
      count: countPartnerships(
        `partnerships that policy makes ${id}`,
        top.filter((it) => policy.tier(it).id === id),
      ),
    }))
    .sort((a, b) => policy.rank(b.name) - policy.rank(a.name))
}

function standards({ register }: Scope): Section<'standards'>['standards'] {
  return register.settings.standards.map((it) => ({
    title: it.title ?? 'Partnership standard',
    version: it.version,
    status: it.status === undefined ? null : inWords(it.status),
    circulatedTo: it['circulated-to'].map((id) => nameOf(register, id)),
    commentsDue: formatOptionalDay(it['comments-due']),
    approvedBy: bodyName(register, it['approved-by']),
  }))
}

/** Those of the register and those of the update. */
function audits({ register, update }: Scope): Section<'audits'>['audits'] {
  return [...register.settings.audits, ...(update?.audits ?? [])].map((it) => ({
    title: it.title,
    by: it.by === undefined ? null : nameOf(register, it.by),
    state: it.state === undefined ? null : inWords(it.state),
    partnerships: it.partnerships.map((id) => partnershipName(register, id)),
    reportsTo: bodyName(register, it['reports-to']),
    due: formatOptionalDay(it.due),
    opinion: it.opinion ?? null,
  }))
}

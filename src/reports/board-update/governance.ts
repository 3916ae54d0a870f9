import { sayInexactDay, type Day } from '../../model/day.js'
import { ASPECTS } from '../../model/grade.js'
import { latestAssessment } from '../../model/latest.js'
import type { Partnership } from '../../model/partnership.js'
import { bodyName, capital, countPartnerships, inWords, nameOf, partnershipName, said } from '../say.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** How significant partnerships are, the standard, audits, and grades. */
export function governance(scope: Scope): Section<'tiers' | 'standards' | 'audits' | 'graded' | 'ungraded'> {
  const { top, asOf } = scope
  return {
    tiers: tiers(scope),
    standards: standards(scope),
    audits: audits(scope),
    graded: top.flatMap((it) => gradedRow(it, asOf)),
    ungraded: countPartnerships(
      'partnerships without an assessment',
      top.filter((it) => latestAssessment(it, asOf) === undefined),
    ),
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
    commentsDue: said(it['comments-due']),
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
    due: said(it.due),
    opinion: it.opinion ?? null,
  }))
}

function gradedRow(partnership: Partnership, asOf: Day): Section<'graded'>['graded'] {
  const latest = latestAssessment(partnership, asOf)
  if (latest === undefined) return []
  const { date, governance = null, relationships = null, outcomes = null } = latest
  const row = { name: partnership.name, day: sayInexactDay(date), governance, relationships, outcomes }
  return [{ ...row, comments: comments(latest) }]
}

/** Why each grade is what it is, and of what it is too early to tell. */
function comments({ comments = {}, 'too-early': early }: Partnership['assessments'][number]): string | null {
  const said = ASPECTS.flatMap((aspect) => {
    const words = [early.includes(aspect) ? 'too early to tell.' : '', comments[aspect] ?? ''].filter((it) => it !== '')
    return words.length === 0 ? [] : [`${capital(aspect)}: ${words.join(' ')}`]
  })
  return said.join(' ') || null
}

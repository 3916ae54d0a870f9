import { openRisks, riskName, type OpenRisk } from '../../model/risk.js'
import { runningPartnerships } from '../../model/hierarchy.js'
import { countGaps, countPartnerships, countRisks } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, each, rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'
import { aboveTarget, accepted, overdue } from './watched.js'

const shape = {
  title: text,
  /** Partnerships that have not ended, parts counted with their wholes, and those of them with an open risk. */
  partnerships: count,
  /** Those of them that are only proposed. */
  proposed: count,
  ...each(count, 'withRisks', 'open', 'scored', 'unscored'),
  /** Mitigation that is late, and risks above their target. */
  overdue: count,
  /** Open risks with a date for their mitigation; only for these is it known whether it is late. */
  dated: count,
  aboveTarget: count,
  accepted: count,
  /** Risks that are in no other figure. */
  closed: count,
  ofEnded: count,
  /** What is not stated of how many open risks. */
  gaps: rows({ what: text, count }),
}

/** How many risks there are, how serious, and what is not known about them. */
export const summary = section(shape, (scope: Scope) => {
  const { register, running, wholes, wholeOf, open, scored, unscored } = scope
  const ended = register.partnerships.filter((it) => it.status === 'ended')
  const closed = running.flatMap((partnership) =>
    partnership.risks.flatMap((risk, index) =>
      risk.status === 'closed' ? [{ partnership, index, risk, title: riskName(risk) }] : [],
    ),
  )
  const having = new Set(open.map((it) => wholeOf(it.partnership)))
  return {
    title: 'Risks of the partnerships',
    partnerships: countPartnerships('partnerships that have not ended, each with its parts', wholes),
    proposed: countPartnerships('partnerships of them that are only proposed', runningPartnerships(register).proposals),
    withRisks: countPartnerships('partnerships with an open risk, of their own or of a part', wholes, (it) =>
      having.has(it),
    ),
    open: countRisks('open risks', open),
    scored: countRisks('open risks with a score', scored),
    unscored: countRisks('open risks without a score', unscored),
    overdue: countRisks('open risks whose mitigation was due before the day of the paper', overdue(scope)),
    dated: countRisks('open risks with a day for their mitigation', open, ({ risk }) => risk.due !== undefined),
    aboveTarget: countRisks('open risks that score more than their target', aboveTarget(scope)),
    accepted: countRisks('risks that are accepted', accepted(scope)),
    closed: countRisks('closed risks', closed),
    ofEnded: countRisks('risks of ended partnerships that are not closed', ended.flatMap(openRisks)),
    gaps: gaps(open),
  }
})

/** For how many open risks something is not stated: a gap is counted, never taken as zero. */
const gaps = (open: readonly OpenRisk[]) =>
  countGaps<OpenRisk>((what, isMissing) => countRisks(`open risks without: ${what}`, open, isMissing), {
    score: ({ score }) => score === undefined,
    'target score': ({ risk }) => risk.target === undefined,
    category: ({ risk }) => risk.category === undefined,
    mitigation: ({ risk }) => risk.mitigation === undefined,
    'due date': ({ risk }) => risk.due === undefined,
    owner: ({ risk }) => risk.owner === undefined,
  })

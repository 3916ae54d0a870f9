import { extremeFrom } from '../../policy/risk-bands.js'
import { gravestFirst, openRisks, type OpenRisk } from '../../model/risk.js'
import { countPartnerships, countRisks } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, each, group, maybe, rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'
import { isHigh, newIssues } from './signals/from-risks.js'
import { rowFrom } from '../rows/row-from.js'

const shape = {
  risks: group({
    ...each(count, 'open', 'scored', 'unscored', 'extreme', 'high', 'without'),
    /** The extreme and high ones. */
    list: rows({ name: text, title: text, letter: text, score: text, mitigation: maybe, owner: maybe, due: maybe }),
  }),
  /** Open ones that the headlines do not mention. */
  issues: rows({ name: text, title: text, owner: maybe }),
}

/** Open risks, the extreme and high ones named; what is wrong already. */
export const risks = section(shape, (scope: Scope) => {
  const { policy, top, running } = scope
  const open = running.flatMap(openRisks)
  const least = extremeFrom(policy.policy)
  const isExtreme = ({ score }: OpenRisk) => score !== undefined && score >= least
  const high = open.filter((it) => isHigh(scope, it))
  return {
    risks: {
      open: countRisks('open risks', open),
      scored: countRisks('open risks with a score', open, (it) => it.score !== undefined),
      unscored: countRisks('open risks without a score', open, (it) => it.score === undefined),
      extreme: countRisks(`open risks that score ${least} or more`, open, isExtreme),
      high: countRisks('open risks in the band below extreme', high),
      without: countPartnerships('partnerships without any risk in the register', top, (it) => it.risks.length === 0),
      list: [...open.filter(isExtreme), ...high].toSorted(gravestFirst).map((it) => ({
        ...rowFrom(it.risk, 'mitigation', 'owner', 'due'),
        name: it.partnership.name,
        title: it.title,
        letter: isExtreme(it) ? 'E' : 'H',
        score: String(it.score),
      })),
    },
    issues: running.flatMap((it) => newIssues(it, scope).map(({ title, owner }) => ({ name: it.name, title, owner }))),
  }
})

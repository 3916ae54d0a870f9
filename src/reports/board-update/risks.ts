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
    ...each(count, 'open', 'scored', 'unscored', 'extreme', 'high', 'lower', 'without'),
    /** The extreme and high ones; where none has a score, all of them. */
    list: rows({ name: text, title: text, letter: maybe, score: maybe, mitigation: maybe, owner: maybe, due: maybe }),
  }),
  /** Open ones that the headlines do not mention. */
  issues: rows({ name: text, title: text, owner: maybe }),
}

/** Half a page; the paper on risk has all. */
const MOST = 15

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
      lower: countRisks(
        'open risks below that band',
        open,
        (it) => it.score !== undefined && !isExtreme(it) && !high.includes(it),
      ),
      without: countPartnerships('partnerships without any risk in the register', top, (it) => it.risks.length === 0),
      list: (open.some((it) => it.score !== undefined) ? [...open.filter(isExtreme), ...high] : open)
        .toSorted(gravestFirst)
        .slice(0, MOST)
        .map((it) => ({
          ...rowFrom(it.risk, 'mitigation', 'owner', 'due'),
          name: it.partnership.name,
          title: it.title,
          letter: isExtreme(it) ? 'E' : it.score === undefined ? undefined : 'H',
          score: it.score === undefined ? undefined : String(it.score),
        })),
    },
    issues: running.flatMap((it) => newIssues(it, scope).map(({ title, owner }) => ({ name: it.name, title, owner }))),
  }
})

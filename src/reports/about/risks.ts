import { countFigure, type CountFigure } from '../../figures/figure.js'
import { at } from '../../model/place.js'
import { gravestFirst, openRisks, type OpenRisk } from '../../model/risk.js'
import type { MergedPolicy } from '../../policy/merge.js'
import { extremeFrom, riskCategories } from '../../policy/risk-bands.js'
import { inWords } from '../../model/words.js'
import { section } from '../define-paper.js'
import { count, each, group, maybe, rows, text } from '../view-parts.js'
import { shortened, type About } from './about.js'
import { rowFrom } from '../rows/row-from.js'

const row = { title: text, ...each(maybe, 'category', 'cause', 'effect', 'mitigation', 'owner', 'due', 'score') }

/** Its open risks, the highest first and those without a score last, and what has gone wrong already. */
export const risks = section(
  {
    risks: group({
      open: count,
      unscored: count,
      /** The highest score first. */
      list: rows({ ...row, target: maybe, accepted: maybe }),
      more: count,
    }),
    issues: rows({ title: text, owner: maybe }),
  },
  ({ partnership, policy: { policy }, most }: About) => {
    const open = openRisks(partnership).sort(gravestFirst)
    const { list, more } = shortened(open, most, 'open risks', sourceOf)
    const unscored = open.filter((it) => it.score === undefined)
    const extreme = extremeFrom(policy)
    return {
      risks: {
        open: counted('open risks', open),
        unscored: counted('open risks without a score', unscored),
        list: list.map((it) => ({
          ...riskRow(policy, it),
          score: it.score === undefined ? null : `${it.score}${it.score >= extreme ? ', extreme' : ''}`,
          target: it.risk.target?.toString(),
          accepted: it.risk.status === 'accepted' ? (it.risk['accepted-by'] ?? 'nobody named') : null,
        })),
        more,
      },
      issues: partnership.issues.filter((it) => it.closed === undefined).map((it) => rowFrom(it, 'title', 'owner')),
    }
  },
)

/** The same rows without acceptance and target score. */
export const riskRows = rows(row)

export function riskRow(policy: MergedPolicy, { risk, title, score }: OpenRisk) {
  const { category } = risk
  const known = riskCategories(policy).find((it) => it.id === category)
  return {
    ...rowFrom(risk, 'cause', 'effect', 'mitigation', 'owner', 'due'),
    title,
    category: category && (known?.title ?? inWords(category)),
    score: score?.toString(),
  }
}

/** The paper is about one partnership, so its name is left out. */
const sourceOf = ({ partnership, index, title }: OpenRisk) => ({ name: title, at: at(partnership, 'risks', index) })

const counted = (how: string, all: readonly OpenRisk[]): CountFigure => countFigure(how, all.map(sourceOf))

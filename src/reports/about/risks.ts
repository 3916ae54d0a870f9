import { riskCategories } from '../../policy/risk-categories.js'
import { countFigure, type CountFigure } from '../../figures/figure.js'
import { at } from '../../model/place.js'
import { gravestFirst, openRisks, type OpenRisk } from '../../model/risk.js'
import { extremeFrom } from '../../policy/risk-bands.js'
import { inWords } from '../../model/words.js'
import { formatOptionalDay } from '../phrases.js'
import { shortened, type About } from './about.js'
import type { AboutPart } from './view.js'

/** Its open risks, the highest first and those without a score last, and what has gone wrong already. */
export function risks(about: About): AboutPart<'risks' | 'issues'> {
  const { partnership, most } = about
  const open = openRisks(partnership).sort(gravestFirst)
  const { list, more } = shortened(open, most, 'open risks', sourceOf)
  return {
    risks: {
      open: count('open risks', open),
      unscored: count(
        'open risks without a score',
        open.filter((it) => it.score === undefined),
      ),
      list: list.map((it) => riskRow(about, it)),
      more,
    },
    issues: partnership.issues
      .filter((it) => it.closed === undefined)
      .map(({ title, owner }) => ({ title, owner: owner ?? null })),
  }
}

function riskRow(
  { policy }: About,
  { risk, title: name, score }: OpenRisk,
): AboutPart<'risks'>['risks']['list'][number] {
  const { category, cause, effect, target, mitigation, owner, due, status } = risk
  const title = riskCategories(policy.policy).find((it) => it.id === category)?.title
  const extreme = score !== undefined && score >= extremeFrom(policy.policy) ? ', extreme' : ''
  return {
    title: name,
    category: category === undefined ? null : (title ?? inWords(category)),
    cause: cause ?? null,
    effect: effect ?? null,
    score: score === undefined ? null : `${score}${extreme}`,
    target: target === undefined ? null : String(target),
    mitigation: mitigation ?? null,
    owner: owner ?? null,
    due: formatOptionalDay(due),
    accepted: status === 'accepted' ? (risk['accepted-by'] ?? 'nobody named') : null,
  }
}

/** The paper is about one partnership, whose name goes without saying. */
const sourceOf = ({ partnership, index, title }: OpenRisk) => ({ name: title, at: at(partnership, 'risks', index) })

const count = (how: string, all: readonly OpenRisk[]): CountFigure => countFigure(how, all.map(sourceOf))

import { countFigure, type CountFigure } from '../../figures/figure.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { isOpenRisk, riskName, riskScore, type Risk } from '../../model/risk.js'
import { extremeFrom } from '../../policy/risk-bands.js'
import { countPartnerships, said } from '../say.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

interface OpenRisk {
  readonly partnership: Partnership
  readonly index: number
  readonly title: string
  readonly risk: Risk
  /** Likelihood times consequence; 0 when it is not scored. */
  readonly score: number
}

/** Open risks, the extreme ones named; what is wrong already. */
export function risks({ policy, top, running }: Scope): Section<'risks' | 'issues'> {
  const open = running.flatMap(openRisks)
  const extreme = extremeFrom(policy.policy)
  return {
    risks: {
      open: count('open risks', open),
      unscored: count(
        'open risks without a score',
        open.filter((it) => it.score === 0),
      ),
      extreme: count(
        `open risks that score ${extreme} or more`,
        open.filter((it) => it.score >= extreme),
      ),
      without: countPartnerships(
        'partnerships without any risk in the register',
        top.filter((it) => it.risks.length === 0),
      ),
      list: open
        .filter((it) => it.score >= extreme)
        .sort((a, b) => b.score - a.score)
        .map(({ partnership, title, risk, score }) => ({
          name: partnership.name,
          title,
          score: String(score),
          mitigation: risk.mitigation ?? null,
          owner: risk.owner ?? null,
          due: said(risk.due),
        })),
    },
    issues: running.flatMap(({ name, issues }) =>
      issues.filter((it) => it.closed === undefined).map(({ title, owner }) => ({ name, title, owner: owner ?? null })),
    ),
  }
}

const openRisks = (partnership: Partnership): OpenRisk[] =>
  partnership.risks.flatMap((risk, index) =>
    isOpenRisk(risk) ? [{ partnership, index, risk, title: riskName(risk), score: riskScore(risk) ?? 0 }] : [],
  )

const count = (how: string, all: readonly OpenRisk[]): CountFigure =>
  countFigure(
    how,
    all.map(({ partnership, index, title }) => ({
      name: `${partnership.name}: ${title}`,
      at: at(partnership, 'risks', index),
    })),
  )

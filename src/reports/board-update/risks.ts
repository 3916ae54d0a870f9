import { extremeFrom } from '../../policy/risk-bands.js'
import { openRisks } from '../../model/risk.js'
import { countRisks } from '../count-risks.js'
import { countPartnerships, formatOptionalDay } from '../phrases.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** Open risks, the extreme ones named; what is wrong already. */
export function risks({ policy, top, running }: Scope): Section<'risks' | 'issues'> {
  const open = running.flatMap(openRisks)
  const least = extremeFrom(policy.policy)
  const extreme = open.flatMap((it) => (it.score === undefined || it.score < least ? [] : [{ ...it, score: it.score }]))
  return {
    risks: {
      open: countRisks('open risks', open),
      scored: countRisks(
        'open risks with a score',
        open.filter((it) => it.score !== undefined),
      ),
      unscored: countRisks(
        'open risks without a score',
        open.filter((it) => it.score === undefined),
      ),
      extreme: countRisks(`open risks that score ${least} or more`, extreme),
      without: countPartnerships(
        'partnerships without any risk in the register',
        top.filter((it) => it.risks.length === 0),
      ),
      list: extreme
        .toSorted((a, b) => b.score - a.score)
        .map(({ partnership, title, risk, score }) => ({
          name: partnership.name,
          title,
          score: String(score),
          mitigation: risk.mitigation ?? null,
          owner: risk.owner ?? null,
          due: formatOptionalDay(risk.due),
        })),
    },
    issues: running.flatMap(({ name, issues }) =>
      issues.filter((it) => it.closed === undefined).map(({ title, owner }) => ({ name, title, owner: owner ?? null })),
    ),
  }
}

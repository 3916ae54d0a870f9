import { extremeFrom } from '../../policy/risk-bands.js'
import { openRisks } from '../../model/risk.js'
import { countPartnerships, countRisks } from '../phrases.js'
import { section } from '../define-paper.js'
import { count, each, group, maybe, rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'
import { rowFrom } from '../rows/row-from.js'

const shape = {
  risks: group({
    ...each(count, 'open', 'scored', 'unscored', 'extreme', 'without'),
    /** The extreme ones. */
    list: rows({ name: text, title: text, score: text, mitigation: maybe, owner: maybe, due: maybe }),
  }),
  issues: rows({ name: text, title: text, owner: maybe }),
}

/** Open risks, the extreme ones named; what is wrong already. */
export const risks = section(shape, ({ policy, top, running }: Scope) => {
  const open = running.flatMap(openRisks)
  const least = extremeFrom(policy.policy)
  const extreme = open.flatMap((it) => (it.score === undefined || it.score < least ? [] : [{ ...it, score: it.score }]))
  return {
    risks: {
      open: countRisks('open risks', open),
      scored: countRisks('open risks with a score', open, (it) => it.score !== undefined),
      unscored: countRisks('open risks without a score', open, (it) => it.score === undefined),
      extreme: countRisks(`open risks that score ${least} or more`, extreme),
      without: countPartnerships('partnerships without any risk in the register', top, (it) => it.risks.length === 0),
      list: extreme
        .toSorted((a, b) => b.score - a.score)
        .map(({ partnership: { name }, title, risk, score }) => ({
          ...rowFrom(risk, 'mitigation', 'owner', 'due'),
          name,
          title,
          score: String(score),
        })),
    },
    issues: running.flatMap(({ name, issues }) =>
      issues.filter((it) => it.closed === undefined).map(({ title, owner }) => ({ name, title, owner })),
    ),
  }
})

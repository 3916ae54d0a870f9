import { riskCategories } from '../../policy/risk-categories.js'
import type { Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { gravestFirst, openRisks, riskName } from '../../model/risk.js'
import type { MergedPolicy } from '../../policy/merge.js'
import { inWords } from '../../model/words.js'
import { countRisks } from '../count-risks.js'
import { formatOptionalDay } from '../phrases.js'
import type { Part } from './view.js'

type Keys =
  | 'position'
  | 'milestones'
  | 'hasRisks'
  | 'riskSummary'
  | 'risks'
  | 'closedRisks'
  | 'recommendations'
  | 'actions'
  | 'exit'

/** How things stand, what lies ahead, what could go wrong, what is to be done, and how it could end. */
export function planOf(partnership: Partnership, policy: MergedPolicy, asOf: Day): Part<Keys> {
  return {
    position: partnership.position ?? null,
    milestones: partnership.milestones.map((it) => ({
      title: it.title,
      note: it.note ?? null,
      output: it.output ?? null,
      due: formatOptionalDay(it.due),
      state: stepState(it, asOf),
    })),
    ...risksOf(partnership, policy),
    recommendations: partnership.recommendations.map(({ title, action, due, done }) => ({
      title,
      action: action ?? null,
      due: formatOptionalDay(due),
      done: formatOptionalDay(done),
    })),
    actions: partnership.actions
      .filter((it) => it.done === undefined)
      .map(({ title, note, owner, due }) => ({
        title,
        note: note ?? null,
        owner: owner ?? null,
        due: formatOptionalDay(due),
      })),
    exit: partnership.exit ?? null,
  }
}

function stepState({ done, due }: Partnership['milestones'][number], asOf: Day): string {
  if (done !== undefined) return `reached ${formatOptionalDay(done)}`
  return due !== undefined && due.last < asOf ? 'not recorded as reached' : 'ahead'
}

/** Open risks, the gravest first; those without a score as they stand, after the others. */
function risksOf(
  partnership: Partnership,
  policy: MergedPolicy,
): Part<'hasRisks' | 'riskSummary' | 'risks' | 'closedRisks'> {
  const categories = new Map(riskCategories(policy).map((it) => [it.id, it.title]))
  const closed = partnership.risks.flatMap((it, index) =>
    it.status === 'closed' ? [{ partnership, index, title: riskName(it) }] : [],
  )
  return {
    hasRisks: partnership.risks.length > 0 || partnership['risk-summary'] !== undefined,
    riskSummary: partnership['risk-summary'] ?? null,
    risks: openRisks(partnership)
      .sort(gravestFirst)
      .map(({ title, risk, score }) => ({
        title,
        cause: risk.cause ?? null,
        effect: risk.effect ?? null,
        category: risk.category === undefined ? null : (categories.get(risk.category) ?? inWords(risk.category)),
        score: score === undefined ? null : String(score),
        mitigation: risk.mitigation ?? null,
        owner: risk.owner ?? null,
        due: formatOptionalDay(risk.due),
      })),
    closedRisks: countRisks(`closed risks of ${partnership.name}`, closed),
  }
}

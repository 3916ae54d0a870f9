import { grouped } from '../../model/order.js'
import { isSure } from '../../policy/documents.js'
import { section } from '../define-paper.js'
import { countDocuments, mustFirst } from '../rows/completeness.js'
import { questionRows, questionsOf } from '../rows/questions.js'
import { count, rows, text, texts } from '../view-parts.js'
import { openFacts } from './reason.js'
import type { Scope } from './scope.js'

const shape = {
  questions: questionRows,
  /** What may be needed, with the facts that are not known on which that depends. */
  undecided: rows({ facts: texts, documents: rows({ title: text, count }) }),
}

/** What may be needed, and what has to be known first. */
export const undecided = section(shape, ({ documents, running, policy }: Scope) => {
  const open = documents.filter(({ duty }) => !isSure(duty))
  const types = mustFirst(
    grouped(open, (it) => it.duty.type),
    ([first]) => first!.duty.basis,
  ).map((all) => ({
    title: all[0]!.duty.title,
    count: countDocuments(`${all[0]!.duty.title}: may be needed`, all),
    facts: openFacts(all.flatMap((it) => it.duty.reasons)),
  }))
  return {
    questions: questionsOf(policy, running.all, documents),
    undecided: grouped(types, (it) => it.facts.join('; ')).map((same) => ({
      facts: same[0]!.facts,
      documents: same.map(({ title, count }) => ({ title, count })),
    })),
  }
})

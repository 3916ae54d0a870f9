import {
  requirementsOf,
  distinctByDocument,
  distinctByHolder,
  type DistinctRequirement,
} from '../../policy/requirements.js'
import { ourName } from '../phrases.js'
import {
  countMetToo,
  completenessOf,
  describeLaterLaw,
  forcesOf,
  forcesShape,
  mustFirst,
} from '../rows/completeness.js'
import { questionRows, questionsOf } from '../rows/questions.js'
import { isSure } from '../../policy/documents.js'
import { formatForce } from '../../model/grounds.js'
import { grouped } from '../../model/order.js'
import { section } from '../define-paper.js'
import { count, each, group, maybe, rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'
import { isWanting } from './signals/from-documents.js'
import { isMajor, namesOrMajor } from './signals/signal.js'

const shape = {
  documents: group({
    needed: count,
    inForce: count,
    ...forcesShape,
    /** Says that later law is not counted, where there is any. */
    laterLaw: maybe,
    /** Requirements that a document meets which counts in another row. */
    metToo: count,
    /** The policies that require them. */
    askedBy: maybe,
    sure: rows({
      title: text,
      force: text,
      ...each(count, 'asked', 'held'),
      /** Whose is not in force. */
      without: maybe,
    }),
    /** Documents that may be needed, and the questions that decide it. */
    perhaps: count,
    questions: questionRows,
  }),
}

/** Documents by type: how many are required and in which state; questions where it is not known. */
export const documentTables = section(shape, (scope: Scope) => {
  const { policy, running } = scope
  const once = distinctByHolder(requirementsOf(policy, running))
  const documents = distinctByDocument(once)
  const major = scope.top.filter((it) => isMajor(scope, it))
  const { needed, inForce, perhaps } = completenessOf('all documents', documents)
  const byType = mustFirst(
    grouped(once, (it) => it.duty.type),
    ([first]) => first!.duty.basis,
  ).map((all) => {
    const { title, basis } = all[0]!.duty
    const without = all.filter((it) => isSure(it.duty) && isWanting(it.duty)).map(holderOf)
    return {
      title,
      force: formatForce(basis),
      ...completenessOf(title, all),
      without: namesOrMajor(without, major, MOST_NAMED),
    }
  })
  const view = {
    needed,
    inForce,
    ...forcesOf('documents', documents),
    laterLaw: describeLaterLaw(policy),
    metToo: countMetToo(once),
    askedBy: policiesThatAsk(scope, once),
    sure: byType
      .filter((it) => it.needed.count > 0)
      .map(({ title, force, needed, inForce, without }) => ({ title, force, asked: needed, held: inForce, without })),
    perhaps,
    questions: questionsOf(policy, running, documents),
  }
  return { documents: view }
})

/** As many as a cell can carry. */
const MOST_NAMED = 8

/** Who has to hold it: the partner, or else the partnership. */
const holderOf = ({ partnership, duty: { organisation } }: DistinctRequirement) => (organisation ?? partnership).name

/** The policies that require them, in words; undefined where nothing is required. */
function policiesThatAsk(
  { register, policy: { policy } }: Scope,
  once: readonly { readonly duty: { readonly type: string } }[],
) {
  const types = new Set(once.map((it) => it.duty.type))
  const files = new Set(policy.entries('documents').flatMap(({ id, at }) => (types.has(id) ? [at.file] : [])))
  const titles = policy.policies
    .filter((it) => files.has(it.file))
    .map(({ data: { title } }) => (title === undefined ? `the policy of ${ourName(register)}` : `“${title}”`))
  return titles.join(' and ') || undefined
}

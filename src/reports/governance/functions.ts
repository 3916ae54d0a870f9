import type { Partnership } from '../../model/partnership.js'
import { capital, inWords } from '../../model/words.js'
import { describeEntry, withSigning } from '../../policy/describe-document.js'
import type { About } from '../about/about.js'
import { stateOf } from '../about/documents.js'
import { section } from '../define-paper.js'
import { describeWho } from '../phrases.js'
import { flag, maybe, rows, text, texts } from '../view-parts.js'
import { rowFrom } from '../rows/row-from.js'

/** Who is accountable for what, who may decide what, and the documents that govern it. */
export const functions = section(
  {
    functions: rows({
      name: text,
      activities: texts,
      accountable: texts,
      /** Is there exactly one who is accountable? */
      isOne: flag,
      responsible: texts,
      delivers: texts,
    }),
    delegations: rows({ power: text, from: text, to: text, limit: maybe }),
    documents: rows({ title: text, state: text, note: maybe }),
    interests: rows({ who: text, what: text, declared: maybe }),
  },
  (about: About) => {
    const { register, partnership } = about
    const { responsibilities, delegations, documents, interests } = partnership
    const who = (name: string) => describeWho(register, partnership, name)
    return {
      functions: responsibilities.map((it) => ({
        name: it.function,
        activities: it.activities,
        accountable: it.accountable.map(who),
        isOne: it.accountable.length === 1,
        responsible: it.responsible.map(who),
        delivers: it.delivers.map(who),
      })),
      delegations: delegations.map(({ power, from, to, limit }) => ({ power, from: who(from), to: who(to), limit })),
      documents: documents.map((it) => ({
        title: it.title ?? capital(inWords(it.type)),
        state: stateIn(about, it),
        note: it.note,
      })),
      interests: interests.map((it) => ({ ...rowFrom(it, 'what', 'declared'), who: who(it.who) })),
    }
  },
)

/** By the requirement that it meets, or by its own entry where it is not required. */
function stateIn({ policy, partnership, asOf }: About, document: Partnership['documents'][number]): string {
  const duty = policy.documentsAsShown(partnership).find((it) => it.document === document)
  return withSigning(duty === undefined ? describeEntry(document, asOf) : stateOf(duty), document, asOf)
}

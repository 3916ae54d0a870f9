import type { Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { capital, inWords } from '../../model/words.js'
import { isSignedAhead, describeSignedAhead, describeStatus } from '../../policy/describe-document.js'
import type { About } from '../about/about.js'
import { section } from '../define-paper.js'
import { formatOptionalDay, describeWho } from '../phrases.js'
import { flag, maybe, rows, text, texts } from '../view-parts.js'

/** Who answers for what, who may decide what, and under which papers. */
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
  ({ register, partnership, asOf }: About) => {
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
        state: documentState(it, asOf),
        note: it.note,
      })),
      interests: interests.map((it) => ({
        who: who(it.who),
        what: it.what,
        declared: formatOptionalDay(it.declared),
      })),
    }
  },
)

/** How a document stands, by what its keeper wrote and by its days. */
function documentState(document: Partnership['documents'][number], asOf: Day): string {
  const { status, reason, signed, expires } = document
  const isAhead = signed !== undefined && isSignedAhead(document, asOf)
  const day = signed === undefined ? '' : isAhead ? describeSignedAhead(signed) : `signed ${formatOptionalDay(signed)}`
  const state = status === undefined || isAhead || (status === 'signed' && day !== '') ? day : describeStatus(status)
  const until =
    expires === undefined ? '' : expires === 'none' ? 'without an end' : `until ${formatOptionalDay(expires)}`
  const words = [state, reason ?? '', until].filter((it) => it !== '')
  return words.length === 0 ? 'held; whether it is signed is not stated' : words.join('; ')
}

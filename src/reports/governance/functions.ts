import type { Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { capital, inWords } from '../../model/words.js'
import { isSignedAhead, describeSignedAhead, describeStatus } from '../../policy/describe-document.js'
import { formatOptionalDay, describeWho } from '../phrases.js'
import type { Part } from './view.js'

/** Who answers for what, who may decide what, how it is kept in hand, and under which papers. */
export function functionsOf(
  register: Register,
  partnership: Partnership,
  asOf: Day,
): Part<'functions' | 'delegations' | 'controls' | 'documents' | 'interests'> {
  const who = (name: string) => describeWho(register, partnership, name)
  return {
    functions: partnership.responsibilities.map((it) => ({
      name: it.function,
      activities: [...it.activities],
      accountable: it.accountable.map(who),
      isOne: it.accountable.length === 1,
      responsible: it.responsible.map(who),
      delivers: it.delivers.map(who),
    })),
    delegations: partnership.delegations.map(({ power, from, to, limit }) => ({
      power,
      from: who(from),
      to: who(to),
      limit: limit ?? null,
    })),
    controls: partnership.controls ?? null,
    documents: partnership.documents.map((it) => ({
      title: it.title ?? capital(inWords(it.type)),
      state: documentState(it, asOf),
      note: it.note ?? null,
    })),
    interests: partnership.interests.map((it) => ({
      who: who(it.who),
      what: it.what,
      declared: formatOptionalDay(it.declared),
    })),
  }
}

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

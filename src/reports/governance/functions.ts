import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { capital, inWords, said, sayWho } from '../say.js'
import type { Part } from './view.js'

/** Who answers for what, who may decide what, how it is kept in hand, and under which papers. */
export function functionsOf(
  register: Register,
  partnership: Partnership,
): Part<'functions' | 'delegations' | 'controls' | 'documents' | 'interests'> {
  const who = (name: string) => sayWho(register, partnership, name)
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
      state: documentState(it),
      note: it.note ?? null,
    })),
    interests: partnership.interests.map((it) => ({ who: who(it.who), what: it.what, declared: said(it.declared) })),
  }
}

const STATES = {
  requested: 'asked for',
  draft: 'being written',
  agreed: 'agreed, not signed',
  signed: 'signed',
  'in-force': 'in force',
  superseded: 'replaced by a newer one',
  'not-applicable': 'not needed',
} as const

/** How a document stands, by what its keeper wrote and by its days. */
function documentState({ status, reason, signed, expires }: Partnership['documents'][number]): string {
  const day = signed === undefined ? '' : `signed ${said(signed)}`
  const state = status === undefined || (status === 'signed' && day !== '') ? day : STATES[status]
  const until = expires === undefined ? '' : expires === 'none' ? 'without an end' : `until ${said(expires)}`
  const words = [state, reason ?? '', until].filter((it) => it !== '')
  return words.length === 0 ? 'held; whether it is signed is not stated' : words.join('; ')
}

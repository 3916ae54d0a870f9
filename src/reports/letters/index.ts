import type { Addressee } from '../../duties/letters.js'
import { definePaper } from '../define-paper.js'
import type { Paper } from '../paper.js'
import { leadHead, partnerHead } from './head.js'
import { items } from './items.js'
import { scopeOf } from './scope.js'

// Letters of `partners chase`: not papers for a meeting, so not in the list of papers.

const letterLead = definePaper({
  name: 'letter-lead',
  summary: 'a reminder to a role of what it is accountable for',
  scope: scopeOf,
  sections: [leadHead, items],
})

const letterPartner = definePaper({
  name: 'letter-partner',
  summary: 'a reminder to a partner of the documents that it has to send',
  scope: scopeOf,
  sections: [partnerHead, items],
})

/** The letter to each kind of addressee. */
export const letters: Readonly<Record<Addressee['kind'], Paper>> = { lead: letterLead, partner: letterPartner }

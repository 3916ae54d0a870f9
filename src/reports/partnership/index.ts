import type { Paper } from '../paper.js'
import { buildPartnership } from './build.js'
import { partnershipView } from './view.js'

export const partnership: Paper = {
  name: 'partnership',
  summary:
    'one partnership on a page or two: who, money, term, grades, risks, documents, what is due, what is not known',
  view: partnershipView,
  takes: ['subject'],
  needsSubject: true,
  needsReviewStatuses: 'subject',
  build: buildPartnership,
}

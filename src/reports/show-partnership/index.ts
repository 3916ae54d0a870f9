import { formatDay } from '../../model/day.js'
import { at } from '../../model/place.js'
import { describePartnership } from '../about/index.js'
import type { Paper, PaperInput } from '../paper.js'
import { showPartnershipView, type ShowPartnershipView } from './view.js'

/** A partnership as `partners show` tells it: no paper for a meeting, so that it is in no list of papers. */
export const showPartnership: Paper = {
  name: 'show-partnership',
  summary: 'one partnership, with the file and line behind everything',
  view: showPartnershipView,
  takes: ['subject'],
  needsSubject: true,
  needsReviewStatuses: 'subject',
  build: (input) => ({ view: viewOf(input), narrative: {} }),
}

function viewOf(input: PaperInput): ShowPartnershipView {
  const { subject, asOf, say } = input
  const partnership = subject!
  return {
    ...describePartnership(input, partnership),
    id: partnership.id,
    file: say?.(at(partnership, 'name')) ?? partnership.file,
    asOf: formatDay(asOf),
  }
}

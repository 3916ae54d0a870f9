import { formatDay } from '../../model/day.js'
import { aboutOf, entryOf, type About } from '../about/about.js'
import { aboutPartnership } from '../about/index.js'
import { definePaper, section } from '../define-paper.js'
import { text } from '../view-parts.js'

const entry = section(
  {
    id: text,
    /** File and line of its entry. */
    file: text,
    asOf: text,
  },
  (about: About) => ({ id: about.partnership.id, file: entryOf(about), asOf: formatDay(about.asOf) }),
)

/** A partnership as `partners show` prints it: not a paper for a meeting, so not in the list of papers. */
export const showPartnership = definePaper({
  name: 'show-partnership',
  summary: 'one partnership, with the file and line behind everything',
  takes: ['subject'],
  needsSubject: true,
  needsReviewStatuses: 'subject',
  scope: (input) => aboutOf(input, input.subject!),
  sections: [entry, aboutPartnership],
})

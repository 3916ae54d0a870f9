import { definePaper } from '../define-paper.js'
import { documents } from './documents.js'
import { entry } from './entry.js'
import { partnerships } from './partnerships.js'
import { remarks, selfAssessments } from './remarks.js'
import { scopeOf } from './scope.js'

/** An organisation as `partners show` describes it: not a paper for a meeting, so not in the list of papers. */
export const showOrganisation = definePaper({
  name: 'show-organisation',
  summary: 'one organisation, with everything that runs through it',
  scope: (input) => scopeOf(input, input.organisation!),
  sections: [entry, partnerships, documents, selfAssessments, remarks],
})

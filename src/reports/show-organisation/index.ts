import { definePaper } from '../define-paper.js'
import { documents } from './documents.js'
import { entry } from './entry.js'
import { partnerships } from './partnerships.js'
import { remarks, selfAssessments } from './remarks.js'
import { scopeOf } from './scope.js'

/** An organisation as `partners show` describes it: no paper for a meeting, so that it is in no list of papers. */
export const showOrganisation = definePaper({
  name: 'show-organisation',
  summary: 'one organisation, with everything that runs through it',
  scope: (input) => scopeOf(input, input.organisation!),
  sections: [entry, partnerships, documents, selfAssessments, remarks],
})

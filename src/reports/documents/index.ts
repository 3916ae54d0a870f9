import { definePaper } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { beside } from './beside.js'
import { completeness } from './completeness.js'
import { selfAssessments } from './self-assessments.js'
import { openPartners } from './partners.js'
import { policyRows } from './policy.js'
import { scopeOf } from './scope.js'
import { states } from './states.js'
import { undecided } from './undecided.js'

export const documents = definePaper({
  name: 'documents',
  summary: 'documents, each once: how complete by type, not on file, expired, not signed, in force, and perhaps needed',
  scope: scopeOf,
  sections: [paperHead, completeness, openPartners, states, selfAssessments, undecided, beside, policyRows],
})

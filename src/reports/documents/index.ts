import { definePaper } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { beside } from './beside.js'
import { blocks } from './blocks.js'
import { completeness } from './completeness.js'
import { selfAssessments } from './self-assessments.js'
import { gaps, undecided } from './gaps.js'
import { policyRows } from './policy.js'
import { scopeOf } from './scope.js'

export const documents = definePaper({
  name: 'documents',
  summary: 'documents by type, partnership and holder: how complete, expired, not signed, missing, and perhaps needed',
  scope: scopeOf,
  sections: [paperHead, completeness, gaps, selfAssessments, undecided, beside, blocks, policyRows],
})

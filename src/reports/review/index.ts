import { definePaper } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { descriptions } from './described.js'
import { extent } from './extent.js'
import { grades } from './grades.js'
import { overview } from './overview.js'
import { scopeOf } from './scope.js'

export const review = definePaper({
  name: 'review',
  summary: 'the review of partnerships: why each exists, how it is controlled, its risks, and how it is graded',
  needsReviewStatuses: 'all',
  scope: scopeOf,
  sections: [paperHead, extent, overview, grades, descriptions],
})

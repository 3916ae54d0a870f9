import { actionList } from './actions.js'
import { benefitList } from './benefits.js'
import { bodyList } from './bodies.js'
import { documentList } from './documents.js'
import type { List } from './list.js'
import { organisationList } from './organisations.js'
import { partnershipList } from './partnerships.js'
import { recommendationList } from './recommendations.js'
import { reviewList } from './reviews.js'
import { riskList } from './risks.js'
import { selfAssessmentList } from './self-assessments.js'

/** Every list. */
export const lists: readonly List[] = [
  partnershipList,
  organisationList,
  documentList,
  riskList,
  actionList,
  reviewList,
  selfAssessmentList,
  benefitList,
  recommendationList,
  bodyList,
]

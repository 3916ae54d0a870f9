import { actionRules } from './action/index.js'
import { assessmentRules } from './assessment/index.js'
import { baselineRules } from './baseline/index.js'
import { benefitRules } from './benefit/index.js'
import { dataRules } from './data/index.js'
import { dateRules } from './date/index.js'
import { documentRules } from './document/index.js'
import { exceptionRules } from './exception/index.js'
import { leadRules } from './lead/index.js'
import { nextStepRules } from './next-step/index.js'
import { ownRules } from './own/index.js'
import { partnershipRules } from './partnership/index.js'
import { policyRules } from './policy/index.js'
import { qualityReviewRules } from './quality-review/index.js'
import { readerRules } from './reader-rules.js'
import { recommendationRules } from './recommendation/index.js'
import { referenceRules } from './reference/index.js'
import { registerRules } from './register/index.js'
import { reportRules } from './report/index.js'
import { responsibilityRules } from './responsibility/index.js'
import { reviewRules } from './review/index.js'
import { riskRules } from './risk/index.js'
import type { Rule } from './rule.js'
import { selfAssessmentRules } from './self-assessment/index.js'
import { shareRules } from './share/index.js'
import { sponsorRules } from './sponsor/index.js'
import { standardRules } from './standard/index.js'
import { tierRules } from './tier/index.js'
import { updateRules } from './update/index.js'
import { valueRules } from './value/index.js'

const byCode = (a: Rule, b: Rule) => (a.code < b.code ? -1 : 1)

/** Every rule, group by group and by code: the order in which they run and are listed. */
export const rules: readonly Rule[] = [
  readerRules,
  referenceRules,
  policyRules,
  registerRules,
  dateRules,
  reviewRules,
  assessmentRules,
  qualityReviewRules,
  selfAssessmentRules,
  documentRules,
  valueRules,
  dataRules,
  shareRules,
  responsibilityRules,
  riskRules,
  leadRules,
  sponsorRules,
  partnershipRules,
  actionRules,
  recommendationRules,
  benefitRules,
  nextStepRules,
  standardRules,
  tierRules,
  exceptionRules,
  baselineRules,
  ownRules,
  updateRules,
  reportRules,
].flatMap((group) => (group === readerRules ? group : group.toSorted(byCode)))

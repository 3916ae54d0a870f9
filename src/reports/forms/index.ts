import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import type { Form, FormName } from './form.js'
import { qualityReviewForm } from './quality-review.js'
import { riskProfileForm } from './risk-profile.js'
import { screeningForm } from './screening.js'
import { selfAssessmentForm } from './self-assessment.js'

/** Makes a form of a register; without its subject a blank one, with every question. */
interface FormKind<Subject> {
  /** What it is about. */
  readonly subject: 'organisation' | 'partnership'
  readonly make: (register: Register, policy: PolicyAnswers, subject?: Subject) => Form
}

const selfAssessment: FormKind<Organisation> = { subject: 'organisation', make: selfAssessmentForm }
const riskProfile: FormKind<Partnership> = { subject: 'partnership', make: riskProfileForm }
const screening: FormKind<Partnership> = { subject: 'partnership', make: screeningForm }
const qualityReview: FormKind<Partnership> = { subject: 'partnership', make: qualityReviewForm }

export const FORM_KINDS = {
  'self-assessment': selfAssessment,
  'risk-profile': riskProfile,
  screening,
  'quality-review': qualityReview,
} as const satisfies Record<FormName, unknown>

export { FORMS, type Form, type FormName } from './form.js'
export { formMarkdown } from './form-markdown.js'

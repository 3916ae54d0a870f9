import { section } from '../define-paper.js'
import { countForms, formCounts, formRow, formsIn, formView } from '../rows/self-assessments.js'
import { group } from '../view-parts.js'
import type { Scope } from './scope.js'

/** The latest self-assessments of partners, and the answers that policy does not accept. */
export const selfAssessments = section({ forms: group({ ...formCounts, list: formView }) }, (scope: Scope) => {
  const forms = formsIn(scope, scope.running.all)
  return { forms: { ...countForms(forms, scope.asOf), list: forms.map(formRow) } }
})

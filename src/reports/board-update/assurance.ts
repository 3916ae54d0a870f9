import { benefitRow, benefitsOf, countBenefits, isShortOf, namedBenefitView } from '../rows/benefits.js'
import { section } from '../define-paper.js'
import { countForms, formCounts, formRow, formsIn, formView, isPoor } from '../rows/self-assessments.js'
import { count, group } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  /** The latest self-assessments of partners; those that were not accepted, or have answers that policy does not accept, are listed. */
  forms: group({ ...formCounts, list: formView }),
  /** Benefits; those that were missed or are past their date are listed. */
  benefits: group({ stated: count, short: count, list: namedBenefitView }),
}

/** Self-assessments of partners, and whether promised benefits were achieved. */
export const assurance = section(shape, (scope: Scope) => {
  const { running, asOf } = scope
  const forms = formsIn(scope, running)
  const benefits = running.flatMap((it) => benefitsOf(it, asOf))
  const short = benefits.filter(isShortOf)
  return {
    forms: { ...countForms(forms, asOf), list: forms.filter((it) => isPoor(it, asOf)).map(formRow) },
    benefits: {
      stated: countBenefits('benefits that partnerships are to bring', benefits),
      short: countBenefits('benefits that were missed, are past their date, or are not recorded as met', short),
      list: short.map((it) => ({ name: it.partnership.name, ...benefitRow(it) })),
    },
  }
})

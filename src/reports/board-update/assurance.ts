import { counter } from '../../figures/figure.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { isPoorReview, currentReviews } from '../../model/quality-review.js'
import { wordsOf } from '../../model/source-words.js'
import { inWords } from '../../model/words.js'
import { benefitRow, benefitsOf, countBenefits, isShortOf, namedBenefitView } from '../rows/benefits.js'
import { section } from '../define-paper.js'
import { countForms, formCounts, formRow, formsIn, formView, isPoor } from '../rows/self-assessments.js'
import { formatOptionalDay } from '../phrases.js'
import { count, group, maybe, rows, text } from '../view-parts.js'
import type { Scope } from './scope.js'

const shape = {
  /** The latest self-assessments of partners; those that were not accepted, or have answers that policy does not accept, are listed. */
  forms: group({ ...formCounts, list: formView }),
  /** The latest peer reviews that are graded below good. */
  poorReviews: group({
    count,
    list: rows({ name: text, title: text, verdict: text, when: maybe, finding: maybe }),
  }),
  /** Benefits; those that were missed or are past their date are listed. */
  benefits: group({ stated: count, short: count, list: namedBenefitView }),
}

/** Self-assessments of partners, peer reviews, and whether promised benefits were achieved. */
export const assurance = section(shape, (scope: Scope) => {
  const { running, asOf } = scope
  const forms = formsIn(scope, running)
  const benefits = running.flatMap((it) => benefitsOf(it, asOf))
  const short = benefits.filter(isShortOf)
  return {
    forms: { ...countForms(forms, asOf), list: forms.filter((it) => isPoor(it, asOf)).map(formRow) },
    poorReviews: poorReviews(running),
    benefits: {
      stated: countBenefits('benefits that partnerships are to bring', benefits),
      short: countBenefits('benefits that were missed, are past their date, or are not recorded as met', short),
      list: short.map((it) => ({ name: it.partnership.name, ...benefitRow(it) })),
    },
  }
})

/** Peer reviews below good that no later one of the same partner has replaced. */
function poorReviews(running: readonly Partnership[]) {
  const poor = running.flatMap((partnership) =>
    currentReviews(partnership)
      .filter(isPoorReview)
      .map((review) => ({ partnership, review })),
  )
  return {
    count: countReviews('latest peer reviews that are graded below good', poor),
    list: poor.map(({ partnership, review }) => ({
      title: review.title,
      finding: wordsOf(review, 'finding'),
      name: partnership.name,
      verdict: inWords(review.grade!),
      when: formatOptionalDay(review.period),
    })),
  }
}

interface PeerReview {
  readonly partnership: Partnership
  readonly review: Partnership['quality-reviews'][number]
}
const countReviews = counter<PeerReview>(({ partnership, review }) => ({
  name: `${partnership.name}: ${review.title}`,
  at: at(partnership, 'quality-reviews', partnership['quality-reviews'].indexOf(review)),
}))

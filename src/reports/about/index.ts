import type { Partnership } from '../../model/partnership.js'
import type { PaperInput } from '../paper.js'
import { benefitRow, benefitsOf, canBeJudged } from '../benefits.js'
import { formRow, formsIn, hasConcerns } from '../forms.js'
import { sinceReview } from '../since-review.js'
import { aboutOf } from './about.js'
import { documents } from './documents.js'
import { duties } from './duties.js'
import { gaps } from './gaps.js'
import { grades } from './grades.js'
import { identity } from './identity.js'
import { money } from './money.js'
import { news } from './news.js'
import { others } from './others.js'
import { partners } from './partners.js'
import { risks } from './risks.js'
import { significance } from './significance.js'
import { term } from './term.js'
import type { AboutView } from './view.js'

/**
 * Everything that papers tell of one partnership.
 * @param most rows that a list may have; what is left out is counted
 */
export function describePartnership(input: PaperInput, partnership: Partnership, most?: number): AboutView {
  const about = aboutOf(input, partnership, most)
  return {
    ...identity(about),
    ...significance(about),
    ...partners(about),
    ...money(about),
    ...term(about),
    ...grades(about),
    sinceReview: sinceReview(about, partnership),
    ...risks(about),
    ...documents(about),
    forms: formsIn(input, [partnership, ...about.parts])
      .filter(hasConcerns)
      .map(formRow),
    benefits: benefitsOf(partnership, about.asOf).filter(canBeJudged).map(benefitRow),
    ...duties(about),
    ...news(about),
    ...others(about),
    ...gaps(about),
  }
}

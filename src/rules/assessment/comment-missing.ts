import { ASPECTS } from '../../model/grade.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const commentMissing = definePartnershipRule({
  code: 'assessment/comment-missing',
  severity: 'warning',
  summary: 'A grade that is not green has no comment.',
  source: 'Grades: a comment is required unless G',
  why: 'A Board that sees Amber asks why.',
  remedy: 'Write a sentence under `comments`.',
  *check(partnership) {
    for (const [index, assessment] of partnership.assessments.entries()) {
      for (const aspect of ASPECTS) {
        const grade = assessment[aspect]
        if (grade === undefined || grade === 'G' || assessment.comments?.[aspect] !== undefined) continue
        yield {
          at: at(partnership, 'assessments', index, aspect),
          key: aspect,
          message: `${aspect} is graded ${grade} without a comment`,
          hint: `say why under comments: ${aspect}: …`,
        }
      }
    }
  },
})

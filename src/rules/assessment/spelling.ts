import { ASPECTS } from '../../model/grade.js'
import { at } from '../../model/place.js'
import { writtenAt } from '../written.js'
import { definePartnershipRule } from '../partnership-rule.js'

export const spelling = definePartnershipRule({
  code: 'assessment/spelling',
  severity: 'info',
  summary: 'A grade is written in another spelling.',
  source: 'Write only R, R/A, A, A/G, G',
  why: 'It is understood, but searching the files for a grade would miss it.',
  mend: 'Write it as the hint shows.',
  *checkPartnership(partnership, { register }) {
    for (const [index, assessment] of partnership.assessments.entries()) {
      for (const aspect of ASPECTS) {
        const place = at(partnership, 'assessments', index, aspect)
        const grade = assessment[aspect]
        const written = writtenAt(register, place)
        if (grade !== undefined && written !== undefined && written !== grade)
          yield { at: place, key: aspect, message: `"${written}" is understood as ${grade}`, hint: `write ${grade}` }
      }
    }
  },
})

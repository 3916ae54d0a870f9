import { ASPECTS } from '../../model/grade.js'
import { latestIndex } from '../../model/latest.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const redWithoutAction = definePartnershipRule({
  code: 'assessment/red-without-action',
  severity: 'error',
  summary: 'Something is graded red and no action is open.',
  source: 'A Red needs an action with an owner and a day',
  why: 'The Board will ask what is being done.',
  remedy: 'Add an action under `actions`, with `owner` and `due`.',
  *check(partnership, { asOf }) {
    const index = latestIndex(partnership.assessments, asOf)
    const assessment = partnership.assessments[index]
    const red = ASPECTS.find((aspect) => assessment?.[aspect] === 'R')
    if (red === undefined || partnership.actions.some((it) => it.done === undefined)) return
    yield {
      at: at(partnership, 'assessments', index, red),
      key: red,
      message: `${red} is graded R, and no action is open`,
    }
  },
})

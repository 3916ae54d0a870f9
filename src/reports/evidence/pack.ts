import * as z from 'zod'
import { aboutPartnership } from '../about/index.js'
import { combined, section } from '../define-paper.js'
import { text } from '../view-parts.js'
import { condensed, condensedShape } from './condensed.js'
import { findings } from './findings.js'
import { history } from './history.js'
import type { PackScope } from './scope.js'

const selection = section(
  {
    why: z.enum(['highest tier', 'drawn', 'named']),
    /** The file that it is kept in. */
    file: text,
  },
  ({ why, entry }: PackScope) => ({ why, file: entry }),
)

const whole = combined([aboutPartnership, selection, history, findings])

/** What an auditor needs about one partnership: what every paper says about it, its history, and what the checks find. */
export const pack = section({ ...whole.shape, ...condensedShape }, (scope: PackScope) => {
  const view = whole.build(scope)
  const isReviewed = [view.reviews, view.assessments, view.planned].some((it) => it.length > 0)
  return { ...view, ...condensed(scope, view), isReviewed }
})

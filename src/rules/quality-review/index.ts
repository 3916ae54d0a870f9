import { dueRules } from '../due-rules.js'
import type { Rule } from '../rule.js'
import { ownReviewer } from './own-reviewer.js'
import { poorWithoutAction } from './poor-without-action.js'

export const qualityReviewRules: readonly Rule[] = [...dueRules('quality-review'), ownReviewer, poorWithoutAction]

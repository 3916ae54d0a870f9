import type { Rule } from '../rule.js'
import { pastDue } from './past-due.js'
import { unanswered } from './unanswered.js'
import { unknownAnswer } from './unknown-answer.js'

export const nextStepRules: readonly Rule[] = [pastDue, unanswered, unknownAnswer]

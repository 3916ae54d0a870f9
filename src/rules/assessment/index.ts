import { dueRules } from '../due-rules.js'
import type { Rule } from '../rule.js'
import { commentMissing } from './comment-missing.js'
import { contradictsEvidence } from './contradicts-evidence.js'
import { copiedForward } from './copied-forward.js'
import { redWithoutAction } from './red-without-action.js'
import { spelling } from './spelling.js'

export const assessmentRules: readonly Rule[] = [
  ...dueRules('assessment'),
  commentMissing,
  contradictsEvidence,
  copiedForward,
  redWithoutAction,
  spelling,
]

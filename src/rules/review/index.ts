import { dueRules, lapsedReview } from '../due-rules.js'
import type { Rule } from '../rule.js'
import { changedSince } from './changed-since.js'
import { newerStamp } from './newer-stamp.js'
import { suspect } from './suspect.js'

export const reviewRules: readonly Rule[] = [...dueRules('review'), lapsedReview, changedSince, newerStamp, suspect]

import type { Rule } from '../rule.js'
import { missed } from './missed.js'
import { pastDue } from './past-due.js'

export const benefitRules: readonly Rule[] = [missed, pastDue]

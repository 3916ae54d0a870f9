import type { Rule } from '../rule.js'
import { expired } from './expired.js'
import { unused } from './unused.js'

export const exceptionRules: readonly Rule[] = [expired, unused]

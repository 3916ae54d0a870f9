import type { Rule } from '../rule.js'
import { endBeforeStart } from './end-before-start.js'
import { expiresBeforeSigned } from './expires-before-signed.js'
import { future } from './future.js'

export const dateRules: readonly Rule[] = [endBeforeStart, expiresBeforeSigned, future]

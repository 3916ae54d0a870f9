import type { Rule } from '../rule.js'
import { notSigned } from './not-signed.js'
import { oldVersion } from './old-version.js'

export const standardRules: readonly Rule[] = [notSigned, oldVersion]

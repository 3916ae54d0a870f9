import { roleMissing } from '../role-missing.js'
import type { Rule } from '../rule.js'

export const sponsorRules: readonly Rule[] = [roleMissing('sponsor', 'the executive role that is accountable for it')]

import { roleMissing } from '../role-missing.js'
import type { Rule } from '../rule.js'
import { overloaded } from './overloaded.js'
import { sameAsSponsor } from './same-as-sponsor.js'

export const leadRules: readonly Rule[] = [roleMissing('lead', 'the role that runs it'), overloaded, sameAsSponsor]

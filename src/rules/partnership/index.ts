import type { Rule } from '../rule.js'
import { endedWithOpenActions } from './ended-with-open-actions.js'
import { informalWithData } from './informal-with-data.js'
import { informalWithMoney } from './informal-with-money.js'
import { partOfEnded } from './part-of-ended.js'
import { pastEnd } from './past-end.js'
import { proposedTooLong } from './proposed-too-long.js'

export const partnershipRules: readonly Rule[] = [
  endedWithOpenActions,
  informalWithData,
  informalWithMoney,
  partOfEnded,
  pastEnd,
  proposedTooLong,
]

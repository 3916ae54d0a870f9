import type { Rule } from '../rule.js'
import { acceptedByNobody } from './accepted-by-nobody.js'
import { categoryBlank } from './category-blank.js'
import { extremeWithoutMitigation } from './extreme-without-mitigation.js'
import { noOwner } from './no-owner.js'
import { outsideMatrix } from './outside-matrix.js'
import { pastDue } from './past-due.js'
import { sameText } from './same-text.js'
import { targetAboveCurrent } from './target-above-current.js'

export const riskRules: readonly Rule[] = [
  acceptedByNobody,
  categoryBlank,
  extremeWithoutMitigation,
  noOwner,
  outsideMatrix,
  pastDue,
  sameText,
  targetAboveCurrent,
]

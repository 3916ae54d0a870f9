import { combined } from '../define-paper.js'
import { documents } from './documents.js'
import { duties } from './duties.js'
import { gaps } from './gaps.js'
import { grades } from './grades.js'
import { identity, significance } from './identity.js'
import { money, partners } from './money.js'
import { news } from './news.js'
import { others } from './others.js'
import { risks } from './risks.js'
import { term } from './term.js'

/** Everything that papers say of one partnership, from its `About`. */
export const aboutPartnership = combined([
  identity,
  significance,
  partners,
  money,
  term,
  grades,
  risks,
  documents,
  duties,
  news,
  others,
  gaps,
])

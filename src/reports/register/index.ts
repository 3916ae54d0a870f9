import { definePaper } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { organisations } from './organisations.js'
import { partnerships } from './partnerships.js'
import { scopeOf } from './scope.js'
import { summary } from './summary.js'
import { wholeRegister } from './whole.js'

export const registerExtract = definePaper({
  name: 'register',
  summary: 'the whole register as a paper: every partnership with all that is stated of it, without confidential ones',
  leavesOutConfidential: true,
  scope: scopeOf,
  sections: [paperHead, summary, partnerships, organisations, wholeRegister],
})

import { definePaper } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { assurance } from './assurance.js'
import { documentTables } from './documents.js'
import { atAGlance } from './at-a-glance.js'
import { frontPage } from './front-page.js'
import { frontSheet } from './front-sheet.js'
import { governance } from './governance.js'
import { grades } from './grades.js'
import { headlineBlocks } from './headlines.js'
import { narrative } from './narrative.js'
import { nextSteps } from './next-steps.js'
import { ownFields } from './own-fields.js'
import { overdue } from './overdue.js'
import { partnerships } from './partnerships.js'
import { risks } from './risks.js'
import { scopeOf } from './scope.js'
import { signals } from './signals/index.js'
import { since } from './since.js'
import { extent, summary } from './summary.js'
import { sums } from './sums.js'
import { unknowns } from './unknowns.js'
import { valueGrid } from './value-grid.js'
import { values } from './values.js'

export const boardUpdate = definePaper({
  name: 'board-update',
  summary: 'the six-monthly update of the Board: values, governance, risk, headlines, what is overdue, next steps',
  takes: ['update', 'since', 'people'],
  needsReviewStatuses: 'all',
  scope: scopeOf,
  sections: [
    paperHead,
    frontPage,
    frontSheet,
    signals,
    atAGlance,
    ownFields,
    extent,
    values,
    summary,
    since,
    governance,
    valueGrid,
    assurance,
    grades,
    documentTables,
    risks,
    headlineBlocks,
    overdue,
    nextSteps,
    partnerships,
    sums,
    unknowns,
  ],
  narrative,
})

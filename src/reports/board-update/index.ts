import type { Paper } from '../paper.js'
import { buildBoardUpdate } from './build.js'
import { boardUpdateView } from './view.js'

export const boardUpdate: Paper = {
  name: 'board-update',
  summary: 'the six-monthly update of the Board: values, governance, risk, headlines, what is overdue, next steps',
  view: boardUpdateView,
  takes: ['update', 'since'],
  needsReviewStatuses: 'all',
  build: buildBoardUpdate,
}

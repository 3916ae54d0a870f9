import type { Paper } from '../paper.js'
import { buildEvidence } from './build.js'
import { evidenceView } from './view.js'

export const evidence: Paper = {
  name: 'evidence',
  summary: 'a reproducible sample for an audit, with the evidence of each partnership in it',
  view: evidenceView,
  takes: ['sample'],
  needsReviewStatuses: 'all',
  needsCheck: true,
  build: buildEvidence,
}

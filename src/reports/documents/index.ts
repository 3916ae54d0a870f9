import type { Paper } from '../paper.js'
import { buildDocuments } from './build.js'
import { documentsView } from './view.js'

export const documents: Paper = {
  name: 'documents',
  summary: 'documents by type, partnership and holder: how complete, run out, not signed, missing, perhaps needed',
  view: documentsView,
  build: buildDocuments,
}

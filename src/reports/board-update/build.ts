import type { PaperInput } from '../paper.js'
import { assurance } from './assurance.js'
import { documentTables } from './documents.js'
import { frontPage } from './front-page.js'
import { governance } from './governance.js'
import { grades } from './grades.js'
import { headlineBlocks } from './headlines.js'
import { narrativeOf } from './narrative.js'
import { nextSteps } from './next-steps.js'
import { overdue } from './overdue.js'
import { partnershipRows } from './partnerships.js'
import { risks } from './risks.js'
import { scopeOf } from './scope.js'
import { since } from './since.js'
import { summary } from './summary.js'
import { sums } from './sums.js'
import { unknowns } from './unknowns.js'
import type { BoardUpdateView } from './view.js'

/** The view of the board update, section by section in the order of the paper. */
export function buildBoardUpdate(input: PaperInput): { view: BoardUpdateView; narrative: Record<string, string> } {
  const scope = scopeOf(input)
  const view: BoardUpdateView = {
    ...frontPage(scope),
    ...summary(scope),
    ...since(scope),
    ...governance(scope),
    ...assurance(scope),
    ...grades(scope),
    documents: documentTables(scope),
    ...risks(scope),
    ...headlineBlocks(scope),
    ...overdue(scope),
    ...nextSteps(scope),
    partnerships: partnershipRows(scope),
    sums: sums(scope),
    unknowns: unknowns(scope),
    provenance: input.provenance,
  }
  return { view, narrative: narrativeOf(input.update) }
}

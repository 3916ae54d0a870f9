import { frontPage } from '../board-update/front-page.js'
import { frontSheet } from '../board-update/front-sheet.js'
import { ownFields } from '../board-update/own-fields.js'
import { scopeOf, type Scope } from '../board-update/scope.js'
import { definePaper, section } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { rows, text } from '../view-parts.js'

/** The papers in it, with the address of each within the page. */
const contents = section({ contents: rows({ title: text, anchor: text }) }, ({ contents: parts = [] }: Scope) => ({
  contents: parts,
}))

export const pack = definePaper({
  name: 'pack',
  summary: 'the Board update with other papers behind one front sheet, with a list of contents',
  takes: ['update', 'since', 'people', 'papers'],
  needsReviewStatuses: 'all',
  scope: scopeOf,
  sections: [paperHead, frontPage, ownFields, frontSheet, contents],
})

import { formatDay } from '../../model/day.js'
import type { PaperInput } from '../paper.js'
import { nameOf } from '../phrases.js'
import { countForms, formRow, formsIn } from '../forms.js'
import { beside } from './beside.js'
import { blocks } from './blocks.js'
import { completeness } from './completeness.js'
import { gaps, undecided } from './gaps.js'
import { policyRows } from './policy.js'
import { scopeOf } from './scope.js'
import type { DocumentsView } from './view.js'

/** The view of the paper on documents, section by section in the order of the paper. */
export function buildDocuments(input: PaperInput): { view: DocumentsView; narrative: Record<string, string> } {
  const { register, asOf, provenance } = input
  const scope = scopeOf(input)
  const forms = formsIn(input, scope.running.all)
  const view: DocumentsView = {
    title: 'Documents of the partnerships',
    organisation: nameOf(register, register.settings.organisation),
    asOf: formatDay(asOf),
    ...completeness(scope),
    ...gaps(scope),
    forms: { ...countForms(forms, asOf), list: forms.map(formRow) },
    ...undecided(scope),
    ...beside(scope),
    ...blocks(scope),
    ...policyRows(scope),
    provenance,
  }
  return { view, narrative: {} }
}

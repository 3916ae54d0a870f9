import { hasParent } from '../../model/hierarchy.js'
import { countFigure } from '../../figures/figure.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import type { DocumentDuty } from '../../policy/documents.js'
import { describeEntry, describeState, withSigning } from '../../policy/describe-document.js'
import { schemaAt } from '../../model/schema-walk.js'
import { capital, inWords } from '../../model/words.js'
import { joined, phrasesOf, type Line } from '../rows/stated.js'
import type { Scope } from './scope.js'

type Document = Partnership['documents'][number]

/** Documents that are in the register, required or not; those that are required and missing; those that may be needed. */
export function documentsOf(scope: Scope, partnership: Partnership) {
  // documents of a part's partners are required for the whole
  const duties = hasParent(scope.register, partnership) ? [] : scope.policy.documentsAsShown(partnership)
  const isThere = ({ state }: DocumentDuty) => state !== 'missing' && state !== 'needed-before-start'
  const there = duties.filter(isThere)
  const others = partnership.documents.filter((document) => !there.some((it) => it.document === document))
  const lines = [
    ...there.map((it) => dutyLine(scope, partnership, it)),
    ...others.map((it) => documentLine(scope, it, partnership)),
  ]
  return {
    groups: lines.length === 0 ? [] : [{ heading: 'Documents', lines }],
    missing: duties.filter((it) => !isThere(it) && !it.unsure).map((it) => titleOf(scope, it)),
    perhaps: countFigure(
      'documents that may be needed',
      duties
        .filter((it) => !isThere(it) && it.unsure)
        .map((it) => ({ name: titleOf(scope, it), at: at(partnership, 'name') })),
    ),
  }
}

function dutyLine(scope: Scope, partnership: Partnership, duty: DocumentDuty): Line {
  const { document } = duty
  const isOwn = document !== undefined && partnership.documents.includes(document)
  const state = `${describeState(duty)}${endsEarly(scope, partnership, duty) ? ', the earliest date that a partnership requires' : ''}`
  return { title: titleOf(scope, duty), text: isOwn ? inFull(scope, state, document, partnership) : state }
}

/** Does a document that several partnerships use end before this one alone would need it? Another one may not be named here. */
const endsEarly = ({ policy }: Scope, partnership: Partnership, { type, organisation, until }: DocumentDuty) =>
  policy.documents(partnership).some((it) => it.type === type && it.organisation === organisation && it.until !== until)

const titleOf = (scope: Scope, { title, organisation }: DocumentDuty) =>
  organisation === undefined ? title : `${title} of ${scope.named(organisation.id)}`

/** A document by its own entry, of a partnership or of an organisation. */
export function documentLine(scope: Scope, document: Document, partnership?: Partnership): Line {
  const kind = scope.policy.policy.entries('documents').find((it) => it.id === document.type)?.data.title
  const state = describeEntry(document, scope.asOf)
  return { title: kind ?? capital(inWords(document.type)), text: inFull(scope, state, document, partnership, 'reason') }
}

/** The state of a document, and what else its entry states. @param given fields that the state already covers */
function inFull(scope: Scope, state: string, it: Document, partnership: Partnership | undefined, ...given: string[]) {
  const except = ['status', 'signed', 'signed-by', 'expires', ...given]
  const details = phrasesOf(schemaAt(partnershipSchema, ['documents', 0])!, it, scope.reader(partnership), except)
  return joined(withSigning(state, it, scope.asOf), ...details)
}

import { hasParent } from '../../model/hierarchy.js'
import { countFigure } from '../../figures/figure.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import type { DocumentDuty } from '../../policy/documents.js'
import { describeSignedAhead, describeState, describeStatus, isSignedAhead } from '../../policy/describe-document.js'
import { schemaAt } from '../../model/schema-walk.js'
import { capital, inWords } from '../../model/words.js'
import { joined, phrasesOf, type Line } from '../stated.js'
import type { Scope } from './scope.js'
import type { Row } from './view.js'

type Document = Partnership['documents'][number]

/** Documents that are in the register, required or not; those that are required and missing; those that may be needed. */
export function documentsOf(scope: Scope, partnership: Partnership): Pick<Row, 'groups' | 'missing' | 'perhaps'> {
  // what a part’s partners need, they need for the whole
  const duties = hasParent(scope.register, partnership) ? [] : scope.policy.documentsAsTold(partnership)
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
      'documents of which it is not known whether they are needed',
      duties
        .filter((it) => !isThere(it) && it.unsure)
        .map((it) => ({ name: titleOf(scope, it), at: at(partnership, 'name') })),
    ),
  }
}

function dutyLine(scope: Scope, partnership: Partnership, duty: DocumentDuty): Line {
  const { document, until } = duty
  const isOwn = document !== undefined && partnership.documents.includes(document)
  const details = isOwn ? detailsOf(scope, document, partnership, until !== undefined) : []
  return { title: titleOf(scope, duty), text: joined(describeState(duty), ...details) }
}

const titleOf = (scope: Scope, { title, organisation }: DocumentDuty) =>
  organisation === undefined ? title : `${title} of ${scope.named(organisation.id)}`

/** A document as it stands in a file, of a partnership or of an organisation. */
export function documentLine(scope: Scope, document: Document, partnership?: Partnership): Line {
  const kind = scope.policy.policy.entries('documents').find((it) => it.id === document.type)?.data.title
  const { signed } = document
  const isAhead = signed !== undefined && isSignedAhead(document, scope.asOf)
  const stands = isAhead ? describeSignedAhead(signed) : document.status && describeStatus(document.status)
  return {
    title: kind ?? capital(inWords(document.type)),
    text: joined(stands, ...detailsOf(scope, document, partnership)),
  }
}

/** What else is stated of a document. @param endIsGiven is its last day given already? */
function detailsOf(
  scope: Scope,
  it: Document,
  partnership: Partnership | undefined,
  endIsGiven = false,
): readonly string[] {
  const isGiven = { status: true, signed: isSignedAhead(it, scope.asOf), expires: endIsGiven && it.expires !== 'none' }
  const except = Object.entries(isGiven).flatMap(([key, given]) => (given ? [key] : []))
  return phrasesOf(schemaAt(partnershipSchema, ['documents', 0])!, it, scope.reader(partnership), except)
}

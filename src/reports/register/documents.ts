import { hasParent } from '../../model/hierarchy.js'
import { countFigure } from '../../figures/figure.js'
import type { Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import type { DocumentState } from '../../policy/document-state.js'
import type { DocumentDuty } from '../../policy/documents.js'
import {
  isSignedAhead,
  describeSignedAhead,
  formatOn,
  describeState,
  describeStatus,
  formatUntil,
} from '../../policy/describe-document.js'
import { formatNames, capital, inWords } from '../../model/words.js'
import { formatOptionalDay } from '../phrases.js'
import { group, line, onDay, labelled } from './line.js'
import type { Scope } from './scope.js'
import type { Line, Row } from './view.js'

type Document = Partnership['documents'][number]

const STATES: Readonly<Record<DocumentState, string>> = {
  held: 'held',
  expiring: 'held',
  expired: 'expired',
  unsigned: 'not signed',
  missing: 'not in the register',
  'needed-before-start': 'needed before the start',
  'not-applicable': 'not needed',
}

/** Documents that are there, asked for or not; those that are asked for and not there; those that may be needed. */
export function documentsOf(scope: Scope, partnership: Partnership): Pick<Row, 'groups' | 'missing' | 'perhaps'> {
  // what is asked of a part’s partners is asked of them in the whole
  const duties = hasParent(scope.register, partnership) ? [] : scope.policy.documentsAsTold(partnership)
  const isThere = ({ state }: DocumentDuty) => state !== 'missing' && state !== 'needed-before-start'
  const told = duties.filter(isThere)
  const others = partnership.documents.filter((document) => !told.some((it) => it.document === document))
  return {
    groups: group('Documents', [
      ...told.map((it) => dutyLine(scope, partnership, it)),
      ...others.map((it) => documentLine(scope, it, partnership)),
    ]),
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
  const { document, state, until } = duty
  const isOwn = document !== undefined && partnership.documents.includes(document)
  const status = state === 'expired' ? undefined : document?.status // says more than held or not signed
  const isAhead = document !== undefined && isSignedAhead(document, scope.asOf)
  const word =
    isAhead || (state === 'unsigned' && document === undefined)
      ? describeState(duty)
      : status === undefined
        ? STATES[state]
        : describeStatus(status)
  const stands =
    until === undefined ? word : `${word} ${state === 'expired' ? formatOn(duty) : `until ${formatUntil(duty)}`}`
  return line(
    titleOf(scope, duty),
    stands,
    ...(isOwn ? details(scope, document, partnership, until !== undefined) : []),
  )
}

const titleOf = (scope: Scope, { title, organisation }: DocumentDuty) =>
  organisation === undefined ? title : `${title} of ${scope.named(organisation.id)}`

/** A document as it stands in a file, of a partnership or of an organisation. */
export function documentLine(scope: Scope, document: Document, partnership?: Partnership): Line {
  const kind = scope.policy.policy.entries('documents').find((it) => it.id === document.type)?.data.title
  const { signed } = document
  const isAhead = signed !== undefined && isSignedAhead(document, scope.asOf)
  const stands = isAhead ? describeSignedAhead(signed) : document.status && describeStatus(document.status)
  return line(kind ?? capital(inWords(document.type)), stands, ...details(scope, document, partnership))
}

/** @param endIsTold is its last day said already? */
function details(
  scope: Scope,
  it: Document,
  partnership: Partnership | undefined,
  endIsTold = false,
): (string | null)[] {
  const names = (ids: readonly string[]) => formatNames(ids.map((id) => scope.named(id, partnership)))
  return [
    it.title ?? null,
    labelled('because:', it.reason),
    labelled('version', it.version),
    labelled('of', it.organisation && scope.named(it.organisation)),
    labelled('binds', names(it.parties)),
    isSignedAhead(it, scope.asOf) ? null : onDay('signed', it.signed),
    labelled('signed by', formatNames(it['signed-by'])),
    it.expires === 'none' ? 'without an end' : endIsTold ? null : labelled('until', formatOptionalDay(it.expires)),
    labelled('kept at', it.link),
    labelled('seen', joinedSeen(it)),
    it.note ?? null,
  ]
}

function joinedSeen(it: Document): string | null {
  const seen = [labelled('by', it['seen-by']), onDay('on', it['seen-on'])].filter((part) => part !== null)
  return seen.join(' ') || null
}

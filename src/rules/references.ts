import { allActions } from '../model/actions.js'
import { at, type Filed, type Place, within } from '../model/place.js'
import type { RecordKind } from '../model/record-kinds.js'
import type { Register } from '../model/register.js'

/** A place that names another record. */
interface Reference {
  readonly at: Place
  readonly id: string
}

/** Ids of a kind of record; those that could not be read exist all the same. */
export function idsOf(register: Register, kind: Extract<RecordKind, 'organisation' | 'partnership'>): Set<string> {
  const records = kind === 'organisation' ? register.organisations : register.partnerships
  return new Set([...records, ...register.unreadable.filter((it) => it.kind === kind)].map((it) => it.id))
}

/** Every place that names an organisation by its id. */
export function* organisationReferences(register: Register): Iterable<Reference> {
  const { settings } = register
  if (!register.unreadable.some((it) => it.file === settings.file && it.lost.some((path) => path.length === 0)))
    yield { at: at(settings, 'organisation'), id: settings.organisation }
  for (const partnership of register.partnerships) {
    for (const [index, { organisation }] of partnership.partners.entries())
      if (organisation !== undefined) yield { at: at(partnership, 'partners', index, 'organisation'), id: organisation }
    for (const [index, { organisation }] of partnership.documents.entries())
      if (organisation !== undefined)
        yield { at: at(partnership, 'documents', index, 'organisation'), id: organisation }
    for (const [index, { reviewer, reviewed }] of partnership['quality-reviews'].entries()) {
      if (reviewer !== undefined) yield { at: at(partnership, 'quality-reviews', index, 'reviewer'), id: reviewer }
      if (reviewed !== undefined) yield { at: at(partnership, 'quality-reviews', index, 'reviewed'), id: reviewed }
    }
  }
  for (const organisation of register.organisations) {
    if (organisation.merged !== undefined)
      yield { at: at(organisation, 'merged', 'into'), id: organisation.merged.into }
    for (const [index, id] of organisation.members.entries()) yield { at: at(organisation, 'members', index), id }
  }
}

/** Every place that names a partnership by its id. */
export function* partnershipReferences({ partnerships, settings, updates }: Register): Iterable<Reference> {
  for (const partnership of partnerships)
    if (partnership.parent !== undefined) yield { at: at(partnership, 'parent'), id: partnership.parent }
  for (const [index, { partnership }] of settings.directorates.entries())
    if (partnership !== undefined) yield { at: at(settings, 'directorates', index, 'partnership'), id: partnership }
  for (const record of [settings, ...updates]) {
    for (const [index, audit] of record.audits.entries()) {
      for (const [position, id] of audit.partnerships.entries())
        yield { at: at(record, 'audits', index, 'partnerships', position), id }
    }
  }
}

/** Every place that names a role. */
export function* roleReferences(register: Register): Iterable<{ readonly at: Place; readonly name: string }> {
  const { partnerships, settings, updates } = register
  for (const partnership of partnerships) {
    if (partnership.lead !== undefined) yield { at: at(partnership, 'lead'), name: partnership.lead }
    if (partnership.sponsor !== undefined) yield { at: at(partnership, 'sponsor'), name: partnership.sponsor }
    for (const [index, { owner }] of partnership.risks.entries())
      if (owner !== undefined) yield { at: at(partnership, 'risks', index, 'owner'), name: owner }
  }
  for (const [index, { head }] of settings.directorates.entries())
    if (head !== undefined) yield { at: at(settings, 'directorates', index, 'head'), name: head }
  for (const { action, at: place } of allActions(register))
    if (action.owner !== undefined) yield { at: within(place, 'owner'), name: action.owner }
  for (const update of updates) {
    for (const [index, name] of update.author.entries()) yield { at: at(update, 'author', index), name }
    if (update['lead-executive'] !== undefined)
      yield { at: at(update, 'lead-executive'), name: update['lead-executive'] }
    for (const [index, { owner }] of update['next-steps'].entries())
      if (owner !== undefined) yield { at: at(update, 'next-steps', index, 'owner'), name: owner }
  }
}

/** Could a list of register.yaml or policy.yaml not be read? What names something in it is then not judged. */
export function isLost({ unreadable, problems }: Register, kind: 'register' | 'policy', key: string): boolean {
  const isKeyLost = unreadable.some(
    (it) => it.kind === kind && it.lost.some((path) => path.length === 0 || path[0] === key),
  )
  return isKeyLost || (kind === 'policy' && problems.some((it) => it.code === 'reference/policy'))
}

/** Was a value of a record written, but so that it could not be read? What hangs on it is then not judged. */
export function isValueLost({ unreadable }: Register, { file }: Filed, key: string): boolean {
  return unreadable.some((it) => it.file === file && it.lost.some((path) => path[0] === key))
}

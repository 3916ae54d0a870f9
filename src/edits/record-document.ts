import type { TreeEdit, Written } from '../document/edit.js'
import type { Path } from '../document/node.js'
import { parseInexactDay, formatInexactDay, type InexactDay } from '../model/day.js'
import { partnershipSchema, type Partnership } from '../model/partnership.js'
import { metaAt } from '../model/schema-walk.js'
import { UsageError } from '../model/usage-error.js'
import { counted, inWords, lowerFirst, formatNames } from '../model/words.js'
import { editsOf, type Change } from './change.js'
import { clearUnknown } from './clear-unknown.js'
import type { Target } from './target.js'

type Document = Partnership['documents'][number]
type Item = Readonly<Record<string, Written>>
type PartnershipTarget = Target<Partnership>

/**
 * Records a document. A new one gets an entry; a draft that is signed, or more about a document, changes its entry; and
 * one that is renewed gets another entry. The old entry stays as history, since its link, checksum and signatories are
 * those of another paper.
 * @param item its fields in order
 * @param words the same in words
 * @param replaces removes the old entry instead
 * @throws UsageError if it is not clear which document is meant, or which of two papers
 */
export function recordDocument(target: PartnershipTarget, item: Item, words: string, replaces: boolean): Change {
  const { documents } = target.record
  const name = inWords(textOf(item['type']))
  const index = currentOf(target, item)
  const old = index === undefined ? undefined : documents[index]
  if (index === undefined || old === undefined) {
    if (replaces) throw new UsageError(`${target.name} has no ${name} to replace`, 'leave --replace out')
    const known = clearUnknown(partnershipSchema, target.record, ['documents'])
    const added: TreeEdit = { op: 'insert', path: ['documents', documents.length], value: item }
    return {
      edits: editsOf(target.file, [added, ...known.edits]),
      sentence: `Document of ${target.name} is recorded: ${words}`,
      notes: known.notes,
    }
  }
  const path = ['documents', index]
  if (!replaces && !isRenewal(old, item, target.id))
    return {
      edits: editsOf(target.file, updates(old, item, path)),
      sentence: `Document ${name} of ${target.name}: ${words}`,
    }
  refuseWithoutEnd(old, item)
  // the title distinguishes it from others of its type, so a new version has it as well
  const { type, title = old.title, ...rest } = item
  const renewed = { type: type!, ...(title !== undefined && { title }), ...rest }
  const insert: TreeEdit = { op: 'insert', path: ['documents', index + 1], value: renewed }
  const retire: TreeEdit = replaces
    ? { op: 'remove', path }
    : { op: 'set', path: [...path, 'status'], value: 'superseded' }
  return {
    edits: editsOf(target.file, [insert, retire]),
    sentence: `Document ${name} of ${target.name} is renewed: ${words}; the old entry ${replaces ? 'is removed' : 'stays as superseded'}`,
    notes: notStated(old, item),
  }
}

/**
 * The position of the entry that is not superseded; several of one type and holder are distinguished by their titles.
 */
function currentOf({ name, record: { documents } }: PartnershipTarget, item: Item): number | undefined {
  const current = documents.flatMap((it, index) =>
    it.type === item['type'] && it.organisation === item['organisation'] && it.status !== 'superseded' ? [index] : [],
  )
  const matching = current.length > 1 ? current.filter((it) => documents[it]!.title === item['title']) : current
  if (current.length > 1 && matching.length !== 1)
    throw new UsageError(
      `${name} has ${counted(current.length, 'document')} of the type ${textOf(item['type'])}`,
      `name one with --title: ${current.map((it) => documents[it]!.title ?? 'the one without a title').join(', ')}`,
    )
  return matching[0]
}

/** Is it another paper than the recorded one: signed later, or, if it is not signed, with a later end? */
function isRenewal(old: Document, item: Item, id: string): boolean {
  const [signed, expires] = [dayOf(item['signed']), dayOf(item['expires'])]
  const end = old.expires === 'none' ? undefined : old.expires
  const isMade = old.status === 'signed' || old.status === 'in-force' || old.status === undefined
  if (!isMade) return false
  const endsLater = end !== undefined && expires !== undefined && expires.first > end.last
  if (old.signed === undefined)
    return signed === undefined
      ? old.status === undefined && endsLater
      : endsLater || ((end?.last ?? '') < signed.first && end !== undefined)
  if (signed === undefined || signed.written === old.signed.written) return false
  if (signed.last < old.signed.first)
    throw new UsageError(
      `one that was signed ${formatInexactDay(old.signed)} is already recorded, and ${formatInexactDay(signed)} is before that`,
      `to correct its day: partners set ${id} "documents[${old.type}].signed" ${signed.written}`,
    )
  return signed.first > old.signed.last
}

/** If the old document had an end, it would be a guess that the new one has none. */
function refuseWithoutEnd({ expires }: Document, item: Item): void {
  if (expires === undefined || expires === 'none' || item['expires'] !== undefined) return
  throw new UsageError(
    `the recorded one expires on ${formatInexactDay(expires)}, and no last day is given for the new one`,
    'write --expires with its new last day, or with none',
  )
}

/** A document that was requested or drafted, and is now signed, needs no status: its days show it. */
function updates(old: Document, item: Item, path: Path): TreeEdit[] {
  const isStale = item['signed'] !== undefined && old.status !== undefined && item['status'] === undefined
  const fields = Object.entries(item).filter(([key]) => !['type', 'organisation'].includes(key))
  const outdated = isStale ? ['status', ...(old.reason === undefined ? [] : ['reason'])] : []
  return [
    ...fields.map(([key, value]): TreeEdit => ({ op: 'set', path: [...path, key], value })),
    ...outdated.map((key): TreeEdit => ({ op: 'remove', path: [...path, key] })),
  ]
}

/** What the old entry states about its paper is not true of the new one. */
function notStated(old: Document, item: Item): string[] {
  const keys = ['version', 'parties', 'signed-by', 'link', 'sha256', 'seen-by', 'seen-on', 'note'] as const
  const left = keys.filter((key) => item[key] === undefined && old[key] !== undefined && !isEmpty(old[key]))
  if (left.length === 0) return []
  const labels = left.map((key) => lowerFirst(metaAt(partnershipSchema, ['documents', 0, key])?.label ?? key))
  return [`The new entry does not state what the old one did: ${formatNames(labels)}.`]
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

function dayOf(written: Written | undefined): InexactDay | undefined {
  const read = typeof written === 'string' && written !== 'none' ? parseInexactDay(written) : undefined
  return read === undefined || 'kind' in read ? undefined : read
}

const textOf = (value: Written | undefined) => String(value as string)

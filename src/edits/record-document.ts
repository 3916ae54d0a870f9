import type { TreeEdit, Written } from '../document/edit.js'
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
type PartnershipTarget = Target & { readonly record: Partnership }

/**
 * What is recorded of a document: one that is new; a draft that is signed, or more of one that is there, which changes its
 * entry; or one that is renewed. The entry of what was renewed stays as history, since its link, checksum and signatories are
 * those of another paper.
 * @param item its fields in order
 * @param said the same in words
 * @param replaces takes the old entry out instead
 * @throws UsageError where it is not clear which document is meant, or which of two papers
 */
export function recordDocument(target: PartnershipTarget, item: Item, said: string, replaces: boolean): Change {
  const { documents } = target.record
  const name = inWords(textOf(item['type']))
  const index = currentOf(target, item)
  const old = index === undefined ? undefined : documents[index]
  if (index === undefined || old === undefined) {
    if (replaces) throw new UsageError(`${target.name} has no ${name} to replace`, 'leave --replace out')
    const known = clearUnknown(partnershipSchema, target.record, ['documents'])
    return {
      edits: editsOf(target.file, [
        { op: 'insert', path: ['documents', documents.length], value: item },
        ...known.edits,
      ]),
      sentence: `Document of ${target.name} is recorded: ${said}`,
      notes: known.notes,
    }
  }
  const path = ['documents', index]
  if (!replaces && !isRenewal(old, item, target.id))
    return {
      edits: editsOf(target.file, broughtUpToDate(old, item, path)),
      sentence: `Document ${name} of ${target.name}: ${said}`,
    }
  refuseWithoutEnd(old, item)
  const renewed = old.title === undefined || item['title'] !== undefined ? item : withTitle(item, old.title)
  const insert: TreeEdit = { op: 'insert', path: ['documents', index + 1], value: renewed }
  const goes: TreeEdit = replaces
    ? { op: 'remove', path }
    : { op: 'set', path: [...path, 'status'], value: 'superseded' }
  return {
    edits: editsOf(target.file, [insert, goes]),
    sentence: `Document ${name} of ${target.name} is renewed: ${said}; the old entry ${replaces ? 'is taken out' : 'stays as superseded'}`,
    notes: unsaid(old, item),
  }
}

/** Where the entry stands that is meant: of one type and holder there is one that was not superseded, or titles distinguish them. */
function currentOf({ name, record: { documents } }: PartnershipTarget, item: Item): number | undefined {
  const there = documents.flatMap((it, index) =>
    it.type === item['type'] && it.organisation === item['organisation'] && it.status !== 'superseded' ? [index] : [],
  )
  const matching = there.length > 1 ? there.filter((it) => documents[it]!.title === item['title']) : there
  if (there.length > 1 && matching.length !== 1)
    throw new UsageError(
      `${name} has ${counted(there.length, 'document')} of the type ${textOf(item['type'])}`,
      `name one with --title: ${there.map((it) => documents[it]!.title ?? 'the one without a title').join(', ')}`,
    )
  return matching[0]
}

/** Is it another paper than the one that is there: signed later, or where nobody signs it with a later end? */
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
      `one that was signed ${formatInexactDay(old.signed)} is there already, and ${formatInexactDay(signed)} is before that`,
      `to correct its day: partners set ${id} "documents[${old.type}].signed" ${signed.written}`,
    )
  return signed.first > old.signed.last
}

/** The old one had an end: that the new one has none would be a guess. */
function refuseWithoutEnd({ expires }: Document, item: Item): void {
  if (expires === undefined || expires === 'none' || item['expires'] !== undefined) return
  throw new UsageError(
    `the last day of the one that is there is ${formatInexactDay(expires)}, and none is given for the new one`,
    'write --expires with its new last day, or none',
  )
}

/** What was asked for or drafted and is signed now needs no status any more: the days show it. */
function broughtUpToDate(old: Document, item: Item, path: readonly (string | number)[]): TreeEdit[] {
  const isStale = item['signed'] !== undefined && old.status !== undefined && item['status'] === undefined
  const fields = Object.entries(item).filter(([key]) => !['type', 'organisation'].includes(key))
  const gone = isStale ? ['status', ...(old.reason === undefined ? [] : ['reason'])] : []
  return [
    ...fields.map(([key, value]): TreeEdit => ({ op: 'set', path: [...path, key], value })),
    ...gone.map((key): TreeEdit => ({ op: 'remove', path: [...path, key] })),
  ]
}

/** The title distinguishes it from others of its type; it is the same document in a new version. */
const withTitle = (item: Item, title: string): Item =>
  Object.fromEntries(
    Object.entries(item).flatMap(([key, value]) =>
      key === 'type'
        ? [
            [key, value],
            ['title', title],
          ]
        : [[key, value]],
    ),
  )

/** What bore the old one out bears nothing out of the new one. */
function unsaid(old: Document, item: Item): string[] {
  const keys = ['version', 'parties', 'signed-by', 'link', 'sha256', 'seen-by', 'seen-on', 'note'] as const
  const left = keys.filter((key) => item[key] === undefined && old[key] !== undefined && !isEmpty(old[key]))
  if (left.length === 0) return []
  const labels = left.map((key) => lowerFirst(metaAt(partnershipSchema, ['documents', 0, key])?.label ?? key))
  return [`Of the new one these are not stated, which the old one had: ${formatNames(labels)}.`]
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

function dayOf(written: Written | undefined): InexactDay | undefined {
  const read = typeof written === 'string' && written !== 'none' ? parseInexactDay(written) : undefined
  return read === undefined || 'kind' in read ? undefined : read
}

const textOf = (value: Written | undefined) => String(value as string)

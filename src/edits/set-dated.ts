import type { TreeEdit } from '../document/edit.js'
import { parseInexactDay, formatDay, type Day } from '../model/day.js'
import { inDayOrder } from '../model/day-order.js'
import { dayError } from '../model/field-errors.js'
import { partnershipSchema, type Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { runningPartnerships } from '../model/hierarchy.js'
import { counted, formatNames } from '../model/words.js'
import { isOpenAction } from '../model/actions.js'
import { editsOf, type Change } from './change.js'
import { clearUnknown } from './clear-unknown.js'
import { echoed, inMessageLength } from './echoed.js'
import type { Target } from './target.js'

type PartnershipTarget = Target<Partnership>

/**
 * Records that the lead confirms: everything here is right.
 * @throws UsageError for a day in the future, or one before the last confirmation
 */
export function confirm(register: Register, target: PartnershipTarget, on: Day, asOf: Day): Change {
  refuseLater(on, asOf)
  if (register.unreadable.some(({ file, lost }) => file === target.file && lost.length > 0))
    throw new UsageError(
      `${target.file} has values that cannot be read, so nobody can confirm that everything is right`,
      'first fix what partners validate shows for it',
    )
  const before = target.record.confirmed
  if (before !== undefined && before > on)
    throw new UsageError(`${target.name} was confirmed later, on ${formatDay(before)}`, 'name a later day')
  return {
    edits: before === on ? [] : editsOf(target.file, [{ op: 'set', path: ['confirmed'], value: on }]),
    sentence: `${target.name} is confirmed: everything is right on ${formatDay(on)}`,
  }
}

/** An exact day of the command line, in the register's day order. @throws UsageError if it is not one */
export function exactDay({ settings }: Register, written: string): Day {
  const read = parseInexactDay(inDayOrder(settings['day-order'], 'day', written))
  if ('kind' in read) {
    const { message, hint } = dayError(written, read, false)
    throw new UsageError(inMessageLength(message), hint)
  }
  if (read.first !== read.last)
    throw new UsageError(`"${echoed(written)}" is not one exact day`, `write a day, such as ${read.last}`)
  return read.first
}

export function refuseLater(on: Day, asOf: Day): void {
  if (on > asOf)
    throw new UsageError(
      `${formatDay(on)} is in the future: this is as of ${formatDay(asOf)}`,
      'write the day on which it happened',
    )
}

/**
 * Ends a partnership: sets its last day, and its status to ended, or to ending while the day is in the future.
 * @throws UsageError if it has already ended, or the day is before its start
 */
export function end(register: Register, target: PartnershipTarget, on: Day, asOf: Day): Change {
  const { record, file, name } = target
  const { start, status } = record
  if (status === 'ended')
    throw new UsageError(`${name} has already ended`, `partners set ${target.id} end ${on} corrects the day`)
  if (start !== undefined && start.first > on)
    throw new UsageError(`${formatDay(on)} is before its start, ${start.written}`, 'check both days in its agreement')
  const next = on <= asOf ? 'ended' : 'ending'
  const unknown = clearUnknown(partnershipSchema, record, ['end'])
  const edits: TreeEdit[] = [
    ...(status === next ? [] : [{ op: 'set', path: ['status'], value: next } as const]),
    { op: 'set', path: ['end'], value: on },
    ...unknown.edits,
  ]
  return {
    edits: editsOf(file, edits),
    sentence:
      next === 'ended' ? `${name} ended on ${formatDay(on)}` : `${name} is ending: its last day is ${formatDay(on)}`,
    notes: [...unknown.notes, ...runningParts(register, target, on), ...leftOpen(target)],
  }
}

/** Its parts stay as they are; a person has to decide what becomes of each. */
function runningParts(register: Register, { record }: PartnershipTarget, on: Day): string[] {
  const parts = runningPartnerships(register).partsOf(record)
  const [first] = parts
  if (first === undefined) return []
  const names = formatNames(parts.map(({ name, id }) => `${name} (${id})`))
  const which = parts.length === 1 ? 'it as well' : 'each of them as well'
  return [
    `${counted(parts.length, 'part')} of it ${parts.length === 1 ? 'has' : 'have'} not ended: ${names}. End ${which}, as in partners end ${first.id} --on ${on}, or let it continue by itself, as in partners set ${first.id} parent --unset.`,
  ]
}

/** What is left to do when a partnership ends. */
function leftOpen({ id, record }: PartnershipTarget): string[] {
  const actions = record.actions.filter(isOpenAction).length
  const documents = record.documents.filter(({ status }) => status === 'requested' || status === 'draft').length
  const notes: string[] = []
  if (actions > 0)
    notes.push(
      `${counted(actions, 'action')} ${actions === 1 ? 'is' : 'are'} still open: record when each was done, as in partners set ${id} "actions[…].done" …`,
    )
  if (documents > 0)
    notes.push(
      `${counted(documents, 'document')} ${documents === 1 ? 'is' : 'are'} requested or in draft, and nobody will need ${documents === 1 ? 'it' : 'them'}.`,
    )
  if (record.exit === undefined) notes.push(`How it ended is not recorded: partners set ${id} exit "…"`)
  return notes
}

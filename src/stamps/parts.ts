import { withRenamedIds } from '../model/renamed-ids.js'
import { fingerprintOf, type Hash } from './fingerprint.js'
import { agreementPart, organisationPart, reviewedPart, wholePart, type NamedPart } from './scheme.js'

/** The parts of records that a stamp covers. */
export const PARTS = {
  reviewed: reviewedPart,
  agreement: agreementPart,
  parent: wholePart,
  partner: organisationPart,
} as const
export type PartName = keyof typeof PARTS

/** The record of a part: an organisation of `partner`, a partnership of the others. */
export type RecordOf<P extends PartName> = Parameters<(typeof PARTS)[P]>[0]

/**
 * The fingerprint of a part of a record; undefined where nothing of it is stated.
 * @param ours id of our own organisation, which takes part in everything: a new id of it is not a change
 */
export function printOf<P extends PartName>(
  name: P,
  record: RecordOf<P>,
  ours: string,
  hash: Hash,
): string | undefined {
  const part = (PARTS[name] as (record: RecordOf<P>) => NamedPart)(record)
  return fingerprintOf(withRenamedIds(part, new Map([[`organisation ${ours}`, OURS]])), hash)
}

/** Stands for our own organisation; no id has brackets. */
const OURS = '(ours)'

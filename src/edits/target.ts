import type { RecordKind } from '../model/record-kinds.js'
import { idOf } from '../model/record-schemas.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import type { Settings } from '../model/settings.js'
import type { Update } from '../model/update.js'
import { UsageError } from '../model/usage-error.js'
import { chosenRecord, pathOfRecord, type Chosen } from '../model/find-record.js'
import { syntaxFault } from './syntax-fault.js'

/** A record that is to be changed. */
export interface Target<Record = Partnership | Organisation | Update | Settings> {
  readonly kind: Exclude<RecordKind, 'policy' | 'baseline'>
  readonly id: string
  readonly name: string
  readonly file: string
  readonly record: Record
}

/** The id of register.yaml. */
export const WHOLE = 'register'

/**
 * The record that is meant: a partnership or organisation by id, name or alias, an update by its id (`2019-04`), or
 * `register` for register.yaml; `partnerships/omhp`, `updates/2019-04` and `register.yaml` distinguish records of one
 * id.
 * @throws UsageError if there is none, several are meant, two files have the id, or its file could not be read
 */
export function targetOf(register: Register, written: string, kind?: 'partnership' | 'organisation'): Target {
  refuseUnreadable(register, written, kind)
  const other = kind === undefined ? otherTarget(register, written) : undefined
  if (other !== undefined) {
    refuseBoth(register, other, written)
    return other
  }
  const chosen = chosenRecord(register, written, kind)
  const { id, name, file } = chosen.record
  refuseTwice(register, chosen.kind, id)
  return { kind: chosen.kind, id, name, file, record: chosen.record }
}

/** The register or an update, if one is named. */
function otherTarget({ settings, updates }: Register, written: string): Target | undefined {
  if (written === WHOLE || written === settings.file)
    return { kind: 'register', id: WHOLE, name: 'the register', file: settings.file, record: settings }
  const update = updates.find(({ id, file }) => [id, `updates/${id}`, file].includes(written))
  return update && { kind: 'update', id: update.id, name: `update ${update.id}`, file: update.file, record: update }
}

function refuseBoth({ partnerships, organisations, unreadable }: Register, other: Target, written: string): void {
  const same = [...partnerships, ...organisations, ...unreadable].find(
    ({ id, file }) => id === written && file !== other.file,
  )
  if (same !== undefined)
    throw new UsageError(
      `"${written}" is both ${same.file} and ${other.file}`,
      `say which: ${same.file} or ${other.file}`,
    )
}

/** The partnership that is meant; see `targetOf`. */
export const partnershipTarget = (register: Register, written: string) =>
  targetOf(register, written, 'partnership') as Target<Partnership>

/** A file that could not be read at all has no name, so it is known only by its id. */
function refuseUnreadable(register: Register, written: string, kindOfOption?: Chosen['kind']): void {
  const { unreadable, partnerships, organisations } = register
  const { kind = kindOfOption, id } = pathOfRecord(written)
  const unread = unreadable.find(
    (it) => it.id === id && (kind ?? it.kind) === it.kind && it.lost.some((path) => path.length === 0),
  )
  const others = [...(kind === 'organisation' ? [] : partnerships), ...(kind === 'partnership' ? [] : organisations)]
  if (unread === undefined || others.some((it) => it.id === id)) return
  throw (
    syntaxFault(register, unread.file) ??
    new UsageError(`${unread.file} cannot be read, so it is not changed`, 'partners validate shows why')
  )
}

function refuseTwice({ files }: Register, kind: RecordKind, id: string): void {
  const same = [...files.values()].filter((it) => it.kind === kind && idOf(it.file) === id)
  if (same.length > 1)
    throw new UsageError(
      `${same.map((it) => it.file).join(' and ')} have the same id`,
      'rename one of the files, or delete the one that is wrong',
    )
}

import type { Written } from '../document/edit.js'
import type { MapNode } from '../document/node.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { lookUp } from '../model/look-up.js'
import { UsageError } from '../model/usage-error.js'
import { counted } from '../model/words.js'

/**
 * Joins several partners of a partnership into the first of them: the fields that it gets, and notes.
 * @param places positions in `partners`; the first one stays
 * @throws UsageError if a field of two of them differs and cannot be joined
 */
export function joinedPartners(register: Register, file: string, name: string, places: readonly number[]) {
  const all = places.map((index) => partnersOf(register, file)[index]!)
  const [first] = all
  const notes = all.flatMap((it) => it.note ?? [])
  const roles = [...new Set(all.flatMap((it) => it.roles))]
  const shares = all.flatMap((it) => it.share ?? [])
  const pays = all.flatMap((it) => it.pays ?? [])
  const noteOn = (stated: readonly number[], what: (partners: string) => string) =>
    stated.length > 0 && stated.length < all.length
      ? [`${name}: ${what(counted(all.length - stated.length, 'partner'))} is not stated, so the sum is of the others.`]
      : []
  const fields: Record<string, Written> = {
    ...(roles.length > first!.roles.length && { roles }),
    ...(shares.length > 0 && { share: formatExactShare(sum(shares)) }),
    ...(pays.length > 0 && { pays: formatExactMoney(sum(pays)) }),
    ...(notes.length > (first!.note === undefined ? 0 : 1) && { note: notes.join(' ') }),
    ...otherFields(register, file, places),
  }
  return {
    fields,
    notes: [...noteOn(shares, (them) => `the share of ${them}`), ...noteOn(pays, (them) => `what ${them} pays`)],
  }
}

const partnersOf = (register: Register, file: string): Partnership['partners'] =>
  (lookUp(register).file.get(file) as Partnership).partners

const sum = (amounts: readonly number[]) => amounts.reduce((all, it) => all + it, 0)
const formatExactShare = (thousandths: number) => `${(thousandths / 1000).toFixed(3).replace(/\.?0+$/, '')}%`
const formatExactMoney = (pence: number) => (pence / 100).toFixed(2).replace(/\.00$/, '')

/** Fields that are joined above; the name of a group and its count do not occur beside an organisation. */
const JOINED: ReadonlySet<string> = new Set(['organisation', 'roles', 'share', 'pays', 'note'])

/** The other fields, the register's own included, of the partners that are removed. */
function otherFields(register: Register, file: string, [keep, ...rest]: readonly number[]): Record<string, string> {
  const found: Record<string, string> = {}
  const own = itemAt(register, file, keep!)
  for (const index of rest)
    for (const { key, value } of itemAt(register, file, index)?.entries ?? []) {
      if (JOINED.has(key.text) || value.kind !== 'scalar') continue
      const text = found[key.text] ?? textOf(own, key.text)
      if (text !== undefined && text !== value.text)
        throw new UsageError(`${file}: ${key.text} of two partners that become one differs`, 'join them by hand')
      if (text === undefined) found[key.text] = value.text
    }
  return found
}

function textOf(item: MapNode | undefined, key: string): string | undefined {
  const value = item?.entries.find((it) => it.key.text === key)?.value
  return value?.kind === 'scalar' ? value.text : undefined
}

function itemAt({ files }: Register, file: string, index: number): MapNode | undefined {
  const list = files.get(file)?.root?.entries.find((it) => it.key.text === 'partners')?.value
  const item = list?.kind === 'list' ? list.items[index] : undefined
  return item?.kind === 'map' ? item : undefined
}

import type { Written } from '../document/edit.js'
import type { MapNode } from '../document/node.js'
import type { Partnership } from '../model/partnership.js'
import type { Register } from '../model/register.js'
import { lookUp } from '../model/look-up.js'
import { UsageError } from '../model/usage-error.js'
import { counted } from '../model/words.js'

/**
 * What several places in a partnership say together, for the first of them, where that is more than it says alone.
 * @param places positions in `partners`; the first one stays
 * @throws UsageError where two say different things of one kind that cannot be put together
 */
export function joinedPartners(
  register: Register,
  file: string,
  name: string,
  places: readonly number[],
): { readonly fields: Readonly<Record<string, Written>>; readonly notes: readonly string[] } {
  const all = places.map((index) => partnersOf(register, file)[index]!)
  const [first] = all
  const notes = all.flatMap((it) => it.note ?? [])
  const roles = [...new Set(all.flatMap((it) => it.roles))]
  const shares = all.flatMap((it) => it.share ?? [])
  const pays = all.flatMap((it) => it.pays ?? [])
  const isPart = (stated: readonly number[]) => stated.length > 0 && stated.length < all.length
  return {
    fields: {
      ...(roles.length > first!.roles.length && { roles }),
      ...(shares.length > 0 && { share: formatExactShare(sum(shares)) }),
      ...(pays.length > 0 && { pays: formatExactMoney(sum(pays)) }),
      ...(notes.length > 0 && notes[0] !== first!.note ? { note: notes.join(' ') } : {}),
      ...(notes.length > 1 && { note: notes.join(' ') }),
      ...otherFields(register, file, places),
    },
    notes: [
      ...(isPart(shares)
        ? [
            `${name}: the share of ${counted(all.length - shares.length, 'partner')} is not stated, so the sum is that of the others.`,
          ]
        : []),
      ...(isPart(pays)
        ? [
            `${name}: what ${counted(all.length - pays.length, 'partner')} pays is not stated, so the sum is that of the others.`,
          ]
        : []),
    ],
  }
}

const partnersOf = (register: Register, file: string): Partnership['partners'] =>
  (lookUp(register).file.get(file) as Partnership).partners

const sum = (amounts: readonly number[]) => amounts.reduce((all, it) => all + it, 0)
const formatExactShare = (thousandths: number) => `${(thousandths / 1000).toFixed(3).replace(/\.?0+$/, '')}%`
const formatExactMoney = (pence: number) => (pence / 100).toFixed(2).replace(/\.00$/, '')

/** Put together above; a place is one of the body itself, so the name of a group and its count say nothing of it. */
const JOINED: ReadonlySet<string> = new Set(['organisation', 'roles', 'share', 'pays', 'note'])

/** Keys of the keepers' own, and the others, of the places that go. */
function otherFields(register: Register, file: string, [keep, ...rest]: readonly number[]): Record<string, string> {
  const found: Record<string, string> = {}
  const own = itemAt(register, file, keep!)
  for (const index of rest)
    for (const { key, value } of itemAt(register, file, index)?.entries ?? []) {
      if (JOINED.has(key.text) || value.kind !== 'scalar') continue
      const text = found[key.text] ?? textOf(own, key.text)
      if (text !== undefined && text !== value.text)
        throw new UsageError(
          `${file}: ${key.text} of two partners that become one differs`,
          'put them together by hand',
        )
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

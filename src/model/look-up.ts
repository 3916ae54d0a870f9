import type { Baseline } from './baseline.js'
import { getOrMake } from './order.js'
import type { Organisation } from './organisation.js'
import type { Partnership } from './partnership.js'
import type { Register } from './register.js'
import type { Settings } from './settings.js'
import type { Update } from './update.js'

/** Records by id and file; of several with one id the first, which is the one that counts. */
interface LookUp {
  readonly partnership: ReadonlyMap<string | undefined, Partnership>
  readonly organisation: ReadonlyMap<string | undefined, Organisation>
  readonly file: ReadonlyMap<string, Partnership | Organisation | Update | Settings | Baseline>
}

/** Made once for a register: policy looks up each partner of each partnership, and output the record of each finding. */
export const lookUp = (register: Register): LookUp =>
  getOrMake(lookUps, register, () => {
    const { partnerships, organisations, updates, settings, baseline } = register
    const files = [...partnerships, ...organisations, ...updates, settings, ...(baseline ? [baseline] : [])]
    return {
      partnership: firstBy(partnerships, 'id'),
      organisation: firstBy(organisations, 'id'),
      file: firstBy(files, 'file'),
    }
  })

const lookUps = new WeakMap<Register, LookUp>()

const firstBy = <K extends string, T extends Record<K, string>>(records: readonly T[], key: K): Map<string, T> =>
  new Map(records.toReversed().map((it) => [it[key], it]))

import type { Baseline } from './baseline.js'
import type { Organisation } from './organisation.js'
import type { Partnership } from './partnership.js'
import type { Register } from './register.js'
import type { Settings } from './settings.js'
import type { Update } from './update.js'

/** Records by what they are asked for; of several of one id the first, which is the one that counts. */
interface LookUp {
  readonly partnership: ReadonlyMap<string | undefined, Partnership>
  readonly organisation: ReadonlyMap<string | undefined, Organisation>
  readonly file: ReadonlyMap<string, Partnership | Organisation | Update | Settings | Baseline>
}

/** Made once a register: policy asks for each partner of each partnership, and output for each finding. */
export function lookUp(register: Register): LookUp {
  let made = lookUps.get(register)
  if (made === undefined) {
    const { partnerships, organisations, updates, settings, baseline } = register
    made = {
      partnership: firstBy(partnerships, 'id'),
      organisation: firstBy(organisations, 'id'),
      file: firstBy([...partnerships, ...organisations, ...updates, settings, ...(baseline ? [baseline] : [])], 'file'),
    }
    lookUps.set(register, made)
  }
  return made
}

const lookUps = new WeakMap<Register, LookUp>()

const firstBy = <K extends string, T extends Record<K, string>>(records: readonly T[], key: K): Map<string, T> =>
  new Map(records.toReversed().map((it) => [it[key], it]))

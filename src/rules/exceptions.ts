import { lookUp } from '../model/look-up.js'
import type { Partnership } from '../model/partnership.js'
import { recordPath } from '../model/record-path.js'
import { codesOf } from './codes.js'
import type { Checked, Finding } from './rule.js'

type Exception = Partnership['exceptions'][number]

/** The exceptions that silenced a finding in this run, as `file index`. */
export type UsedExceptions = Set<string>

export const exceptionKey = (file: string, index: number) => `${file} ${index}`

/** The exception in force that permits a finding, noted as used. Those of register.yaml apply to every record. */
export function exceptionFor(
  { register, asOf }: Checked,
  finding: Finding,
  used: UsedExceptions,
): Exception | undefined {
  const record = lookUp(register).file.get(finding.at.file)
  for (const holder of record === register.settings ? [record] : [record, register.settings]) {
    if (holder === undefined || !('exceptions' in holder) || holder.exceptions.length === 0) continue
    const index = holder.exceptions.findIndex(
      (it) =>
        codesOf(finding).includes(it.rule) &&
        it.until.last >= asOf &&
        isAbout(it.about, finding, () => recordPath(register, finding.at)),
    )
    if (index === -1) continue
    used.add(exceptionKey(holder.file, index))
    return holder.exceptions[index]
  }
  return undefined
}

/** Without `about` an exception covers all findings of its rule in the record; otherwise those with that path or key. */
const isAbout = (about: string | undefined, { key }: Finding, path: () => string) =>
  about === undefined || key === about || key?.split(' ').includes(about) || path() === about

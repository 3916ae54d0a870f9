import { isPlace } from '../model/place.js'
import type { Organisation } from '../model/organisation.js'
import type { Partnership } from '../model/partnership.js'
import { identityPath } from '../model/schema-walk.js'
import { RECORD_SCHEMAS, kindOf } from '../model/register.js'
import type { Finding } from './check.js'
import type { Checked } from './rule.js'

type Exception = Partnership['exceptions'][number]

/** The exceptions that silenced a finding in this run, as `file exceptions index`. */
export type UsedExceptions = Set<string>

export const exceptionKey = (file: string, index: number) => `${file} ${index}`

/** The exception in force that permits a finding; it is noted as used. Those of register.yaml hold for every record. */
export function exceptionFor(
  { register, asOf }: Checked,
  finding: Finding,
  used: UsedExceptions,
): Exception | undefined {
  const record = recordOf(register, finding.at.file)
  for (const holder of record === undefined ? [register.settings] : [record, register.settings]) {
    const index = holder.exceptions.findIndex(
      (it) => it.rule === finding.code && it.until.last >= asOf && isAbout(it.about, finding, record),
    )
    if (index === -1) continue
    used.add(exceptionKey(holder.file, index))
    return holder.exceptions[index]
  }
  return undefined
}

function recordOf(register: Checked['register'], file: string): Partnership | Organisation | undefined {
  return register.partnerships.find((it) => it.file === file) ?? register.organisations.find((it) => it.file === file)
}

/** Without `about` an exception covers all that its rule finds in the record; otherwise the path, or the finding's key, it names. */
function isAbout(about: string | undefined, finding: Finding, record: unknown): boolean {
  if (about === undefined || finding.key === about || finding.key?.split(' ').includes(about)) return true
  if (!isPlace(finding.at)) return false
  const kind = kindOf(finding.at.file)
  if (kind === undefined) return false
  const { schema } = RECORD_SCHEMAS[kind]
  return identityPath(schema, record, finding.at.path) === about
}

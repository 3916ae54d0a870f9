import { currencyOf } from '../model/register-currency.js'
import { formatCondition } from '../model/condition.js'
import { didYouMean } from '../model/nearest.js'
import { NewerSchema } from '../model/read-record.js'
import { UsageError } from '../model/usage-error.js'
import { Locator } from '../output/located.js'
import { mergePolicies } from '../policy/merge.js'
import { rules } from '../rules/index.js'
import type { Severity } from '../rules/rule.js'
import { openFolder, rootOf } from './open-register.js'
import type { Ports } from './ports.js'
import { remark } from './report-error.js'

/** A check that an organisation added to its policy, as the rule `own/check` runs it. */
export interface OwnCheck {
  /** `own/<id>`, the code of its findings. */
  readonly code: string
  readonly severity: Severity | 'off'
  readonly message: string
  /** In words: which partnerships it applies to, and what must hold for them. */
  readonly when: string
  readonly expect: string
  readonly why: string | null
  /** Its place, as it is printed; the line from 1. */
  readonly file: string
  readonly line: number
}

/**
 * The checks of the register that is named or found; none if there is no register. If a register was found without
 * being named, and cannot be opened, that is only reported on stderr, as the built-in rules do not need it.
 * @throws UsageError if a named register cannot be opened
 */
export async function ownChecks(
  ports: Ports,
  { register: named }: { readonly register?: string },
): Promise<OwnCheck[]> {
  const root = rootOf(ports, named)
  if (root === undefined) return []
  try {
    const { register, printed } = await openFolder(ports, root)
    const locator = new Locator(register, printed)
    const currency = currencyOf(register)
    return mergePolicies(register.policies)
      .entries('checks')
      .flatMap(({ id, at, data: { when, expect, message, severity = 'warning', why } }) => {
        if (when === undefined || expect === undefined) return []
        const code = `own/${id}`
        const { file, line } = locator.locate(at)
        return {
          code,
          severity: register.settings.severities[code] ?? severity,
          message: message ?? `${formatCondition(expect, currency)} does not hold`,
          when: formatCondition(when, currency),
          expect: formatCondition(expect, currency),
          why: why ?? null,
          file,
          line,
        }
      })
  } catch (error) {
    const isCovered = error instanceof UsageError || error instanceof NewerSchema
    if (named !== undefined || !isCovered) throw error
    remark(ports, `own checks are left out: ${error.message}`)
    return []
  }
}

/** @throws UsageError for a code that no built-in rule has, unless it is that of an own check */
export function rejectUnknownRules(codes: readonly string[] = []): void {
  const known = rules.map((it) => it.code)
  const unknown = codes.find((it) => !known.includes(it) && !it.startsWith('own/'))
  if (unknown !== undefined)
    throw new UsageError(`there is no rule "${unknown}"`, didYouMean(unknown, known, 'partners rules lists them'))
}

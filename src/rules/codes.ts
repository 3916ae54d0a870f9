import type { Settings } from '../model/settings.js'
import type { Finding } from './rule.js'

/** The earlier codes of rules whose findings once had another: what people wrote about those is still followed. */
export const FORMER_CODES = {
  'document/absent': 'document/missing',
  'document/out-of-date': 'document/expired',
} as const

/** The codes under which a finding may be named: its own first, then its earlier one. */
export const codesOf = ({ code, formerly }: Pick<Finding, 'code' | 'formerly'>): readonly string[] =>
  formerly === undefined ? [code] : [code, formerly]

/** The codes of the findings of a rule that is only known by its code, as in an entry of the baseline. */
export const codesOfRule = (code: string): readonly string[] =>
  codesOf({ code, formerly: (FORMER_CODES as Readonly<Record<string, string>>)[code] })

/** The severity that register.yaml sets for the first of these codes that it names. */
export const severityIn = (
  { severities }: Pick<Settings, 'severities'>,
  codes: readonly string[],
): Settings['severities'][string] | undefined =>
  codes.map((it) => severities[it]).find((severity) => severity !== undefined)

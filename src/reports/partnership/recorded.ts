import { partnershipSchema } from '../../model/partnership.js'
import { readerLabel } from '../../model/schema-walk.js'
import { lowerFirst } from '../../model/words.js'
import type { aboutPartnership } from '../about/index.js'

type Page = ReturnType<typeof aboutPartnership.build>

/** What is recorded of its term, a phrase each. */
export const termStated = ({ start, end, minimumTerm, extendableTo, notice }: Page): string[] =>
  [
    start && `from ${start}`,
    end && (end === 'open-ended' ? end : `to ${end}`),
    minimumTerm && `at least ${minimumTerm}`,
    extendableTo && `can be extended to ${extendableTo}`,
    notice && `notice ${notice}`,
  ].flatMap((it) => it ?? [])

/**
 * What a reader looks for at a glance, and the register does not have: said in one line, where each would be a line of its own.
 * @param others labels of further fields that are missing
 */
export function notRecorded(page: Page, others: readonly string[]): string[] {
  const missing = AT_A_GLANCE.filter(([, has]) => !has(page)).map(([path]) => readerLabel(partnershipSchema, path))
  const risks = hasRisks(page) ? [] : ['open risks']
  return [...new Set([...missing, ...risks, ...others].map(lowerFirst))]
}

const hasRisks = ({ risks, riskSummary, issues }: Page) =>
  risks.open.count > 0 || riskSummary !== undefined || issues.length > 0

const AT_A_GLANCE: readonly (readonly [path: string, has: (page: Page) => unknown])[] = [
  ['summary', (it) => it.summary],
  ['lead', (it) => it.lead],
  ['sponsor', (it) => it.sponsor],
  ['directorate', (it) => it.directorate],
  ['kind', (it) => it.kind],
  ['value', (it) => it.valueStands !== 'not known'],
  ['value.direction', (it) => it.direction],
  ['start', (it) => it.start],
  ['end', (it) => it.end],
  ['notice', (it) => it.notice],
  ['data', (it) => it.data],
  ['care', (it) => it.care],
  ['objectives', (it) => it.objectives.length > 0],
  ['partners', (it) => it.partners.length > 0],
  ['confirmed', (it) => it.confirmed],
]

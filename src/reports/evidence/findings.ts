import { countFigure } from '../../figures/figure.js'
import type { Partnership } from '../../model/partnership.js'
import { runningPartnerships } from '../../model/hierarchy.js'
import type { Finding, Check } from '../../rules/check.js'
import type { PaperInput } from '../paper.js'
import type { Pack } from './view.js'

/** What the rules say of a partnership, its parts, and the organisations in it; the gravest first. */
export function findingsOf(
  { register, say }: PaperInput,
  partnership: Partnership,
  check: Check,
): Pick<Pack, 'findings' | 'ofDocuments' | 'permitted' | 'accepted'> {
  const records = [partnership, ...runningPartnerships(register).partsOf(partnership)]
  const ids = new Set(records.flatMap((it) => it.partners.map(({ organisation }) => organisation)))
  // our own organisation is in nearly all of them
  const partners = register.organisations.filter(({ id }) => ids.has(id) && id !== register.settings.organisation)
  const files = new Set([...records, ...partners].map((it) => it.file))
  const rows = (findings: readonly Finding[]) =>
    findings
      .filter(({ at }) => files.has(at.file))
      .toSorted((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity))
      .map(({ severity, message, code, at }) => ({ severity, message, code, where: say?.(at) ?? null }))
  const ofDocuments = check.findings.filter(({ at, code }) => files.has(at.file) && IN_TABLE.includes(code))
  return {
    findings: rows(check.findings.filter((it) => !ofDocuments.includes(it))),
    ofDocuments: countFigure(
      `findings of the documents of ${partnership.name}, which its table of documents shows`,
      ofDocuments.flatMap(({ message, at }) => ('path' in at ? [{ name: message, at }] : [])),
    ),
    permitted: rows(check.permitted),
    accepted: rows(check.accepted),
  }
}

/** Rules that speak of what the table of documents shows row by row. */
const IN_TABLE = ['missing', 'expired', 'expiring', 'unsigned', 'undecided', 'needed-before-start'].map(
  (it) => `document/${it}`,
)

const GRAVITY: readonly Finding['severity'][] = ['error', 'warning', 'info']

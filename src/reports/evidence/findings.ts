import * as z from 'zod'
import { countFigure } from '../../figures/figure.js'
import type { Finding } from '../../rules/check.js'
import { section } from '../define-paper.js'
import { count, maybe, rows, text } from '../view-parts.js'
import type { PackScope } from './scope.js'

const finding = rows({ severity: z.enum(['error', 'warning', 'info']), message: text, code: text, where: maybe })

/** What the rules find in a partnership, its parts, and the organisations in it; the most severe first. */
export const findings = section(
  {
    findings: finding,
    /** Findings that the documents, or what is due, already show. */
    shownAbove: count,
    /** What a dated exception permits. */
    permitted: finding,
    /** What was accepted when the register was adopted. */
    accepted: finding,
  },
  ({ register, where, partnership, parts, check }: PackScope) => {
    const records = [partnership, ...parts]
    const ids = new Set(records.flatMap((it) => it.partners.map(({ organisation }) => organisation)))
    // our own organisation is in nearly all of them
    const partners = register.organisations.filter(({ id }) => ids.has(id) && id !== register.settings.organisation)
    const files = new Set([...records, ...partners].map((it) => it.file))
    const list = (all: readonly Finding[]) =>
      all
        .filter(({ at }) => files.has(at.file))
        .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
        .map(({ severity, message, code, at }) => ({ severity, message, code, where: where(at) }))
    const shownAbove = check.findings.filter(({ at, code }) => files.has(at.file) && SHOWN.test(code))
    return {
      findings: list(check.findings.filter((it) => !shownAbove.includes(it))),
      shownAbove: countFigure(
        `findings of ${partnership.name} that its documents, or what is due, already show`,
        shownAbove.flatMap(({ message, at }) => ('path' in at ? [{ name: message, at }] : [])),
      ),
      permitted: list(check.permitted),
      accepted: list(check.accepted),
    }
  },
)

/** Rules about what is shown row by row: the documents, what is due, and what is not recorded. */
const SHOWN = new RegExp(
  [
    '^document/(?:missing|absent|expired|out-of-date|expiring|unsigned|undecided|needed-before-start)$',
    '^(?:review|assessment|quality-review)/(?:never|overdue|due-soon)$',
    '^(?:lead|sponsor)/missing$',
    '^(?:value|data)/not-stated$',
  ].join('|'),
)

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info']

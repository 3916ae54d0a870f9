import { slug } from '../../model/id.js'
import { PAPER_HEADINGS, type Update } from '../../model/update.js'
import type { PaperInput } from '../paper.js'
import { section } from '../define-paper.js'
import { each, text } from '../view-parts.js'

/** What only people can say, by the names that the template knows. */
export const narrative = section(
  {
    ...each(text, 'purpose', 'governance', 'centralCoordination', 'approachToRisk', 'operationalHeadlines'),
    /** Sections under headings of their own, with these, that come after one of those in the update. */
    ...each(
      text,
      'afterPurpose',
      'afterGovernance',
      'afterCentralCoordination',
      'afterApproachToRisk',
      'afterOperationalHeadlines',
    ),
    /** Such sections before any of them. */
    other: text,
  },
  ({ update }: PaperInput) => ({
    purpose: sectionOf(update, 'Purpose'),
    afterPurpose: after(update, 'Purpose'),
    governance: sectionOf(update, 'Governance'),
    afterGovernance: after(update, 'Governance'),
    centralCoordination: sectionOf(update, 'Central coordination'),
    afterCentralCoordination: after(update, 'Central coordination'),
    approachToRisk: sectionOf(update, 'Approach to risk'),
    afterApproachToRisk: after(update, 'Approach to risk'),
    operationalHeadlines: sectionOf(update, 'Operational headlines'),
    afterOperationalHeadlines: after(update, 'Operational headlines'),
    other: after(update, undefined),
  }),
)

type Known = (typeof PAPER_HEADINGS)[number]
const KNOWN: ReadonlySet<string> = new Set(PAPER_HEADINGS.map(slug))

/** The words under a heading, however its letters are written; those of several with the same heading one after the other. */
const sectionOf = (update: Update | undefined, title: Known): string =>
  (update?.sections ?? [])
    .flatMap(({ heading, text: words = '' }) => (slug(heading) === slug(title) ? [words] : []))
    .filter((it) => it !== '')
    .join('\n\n')

/** Sections with headings of their own that follow a known one, or that come before all of these; numbered like the others. */
function after(update: Update | undefined, known: Known | undefined): string {
  const own: string[] = []
  let last: string | undefined
  for (const { heading, text: words = '' } of update?.sections ?? []) {
    if (KNOWN.has(slug(heading))) last = slug(heading)
    else if (last === (known && slug(known))) own.push(`\n\n## 1. ${heading}\n\n${words}`)
  }
  return own.join('')
}

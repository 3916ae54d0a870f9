import { slug } from '../../model/id.js'
import { PAPER_HEADINGS, type Update } from '../../model/update.js'
import type { PaperInput } from '../paper.js'
import { section } from '../define-paper.js'
import { each, text } from '../view-parts.js'

/** What only people can say, by the names that the template knows. */
export const narrative = section(
  {
    ...each(text, 'purpose', 'governance', 'centralCoordination', 'approachToRisk', 'operationalHeadlines'),
    /** Sections under any other heading, with it. */
    other: text,
  },
  ({ update }: PaperInput) => ({
    purpose: sectionOf(update, 'Purpose'),
    governance: sectionOf(update, 'Governance'),
    centralCoordination: sectionOf(update, 'Central coordination'),
    approachToRisk: sectionOf(update, 'Approach to risk'),
    operationalHeadlines: sectionOf(update, 'Operational headlines'),
    other: (update?.sections ?? [])
      .filter(({ heading }) => !KNOWN.has(slug(heading)))
      .map(({ heading, text: words = '' }) => `\n\n## ${heading}\n\n${words}`)
      .join(''),
  }),
)

const KNOWN: ReadonlySet<string> = new Set(PAPER_HEADINGS.map(slug))

/** The words under a heading, however its letters are written; those of several with the same heading one after the other. */
const sectionOf = (update: Update | undefined, title: (typeof PAPER_HEADINGS)[number]): string =>
  (update?.sections ?? [])
    .flatMap(({ heading, text: words = '' }) => (slug(heading) === slug(title) ? [words] : []))
    .filter((it) => it !== '')
    .join('\n\n')

import { slug } from '../../model/id.js'
import { PAPER_HEADINGS, type Update } from '../../model/update.js'

const NAMES: Readonly<Record<(typeof PAPER_HEADINGS)[number], string>> = {
  Purpose: 'purpose',
  Governance: 'governance',
  'Central coordination': 'centralCoordination',
  'Approach to risk': 'approachToRisk',
  'Operational headlines': 'operationalHeadlines',
}

/** Headings that the template has a place for, as ids, with their names in it. */
const SECTIONS: Readonly<Record<string, string>> = Object.fromEntries(
  PAPER_HEADINGS.map((heading) => [slug(heading), NAMES[heading]]),
)

/** The update’s sections by the names that the template knows; what it does not know is kept, with its heading, in `other`. */
export function narrativeOf(update: Update | undefined): Record<string, string> {
  const found: Record<string, string> = { other: '' }
  for (const name of Object.values(SECTIONS)) found[name] = ''
  for (const { heading, text = '' } of update?.sections ?? []) {
    const name = SECTIONS[slug(heading)]
    if (name === undefined) found['other'] += `\n\n## ${heading}\n\n${text}`
    else found[name] = [found[name], text].filter((it) => it !== '').join('\n\n')
  }
  return found
}

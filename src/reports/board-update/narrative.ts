import { slug } from '../../model/id.js'
import type { Update } from '../../model/update.js'

/** Headings that the template has a place for, as ids, with their names in it. */
const SECTIONS: Readonly<Record<string, string>> = {
  purpose: 'purpose',
  governance: 'governance',
  'central-coordination': 'centralCoordination',
  'approach-to-risk': 'approachToRisk',
  'operational-headlines': 'operationalHeadlines',
}

/** The update’s sections by the names that the template knows; what it does not know is kept, with its heading, in `other`. */
export function narrativeOf(update: Update | undefined): Record<string, string> {
  const found: Record<string, string> = { other: '' }
  for (const name of Object.values(SECTIONS)) found[name] = ''
  for (const { heading, text = '' } of update?.sections ?? []) {
    const name = SECTIONS[slug(heading)]
    if (name === undefined) found['other'] += `\n\n## ${heading}\n\n${text}`
    else found[name] = text
  }
  return found
}

import { slug } from '../../model/id.js'
import { nearest } from '../../model/nearest.js'
import { at } from '../../model/place.js'
import { PAPER_HEADINGS } from '../../model/update.js'
import { defineRecordRule } from '../rule.js'

export const heading = defineRecordRule({
  code: 'update/heading',
  severity: 'warning',
  summary: 'A heading of an update is almost one that the paper has a place for.',
  source: `The Board update has places for ${PAPER_HEADINGS.join(', ')}`,
  why: 'A section under a misspelt heading appears in another place in the paper, under the misspelt heading.',
  remedy: 'Correct the heading; a section of your own needs a heading less like those of the paper.',
  records: ['update'],
  *check(update) {
    for (const [index, section] of update.sections.entries()) {
      const meant = meantBy(section.heading)
      if (meant !== undefined)
        yield {
          at: at(update, 'sections', index, 'heading'),
          key: section.heading,
          message: `"${section.heading}" is not a heading that the paper has a place for`,
          hint: `did you mean ## ${meant}?`,
        }
    }
  },
})

/** A short heading that is part of a longer one, as Risk is of Approach to risk, is one of its own. */
function meantBy(written: string): string | undefined {
  const ids = PAPER_HEADINGS.map(slug)
  const id = slug(written)
  const meant = ids.includes(id) ? undefined : nearest(id, ids)
  return meant === undefined || meant.includes(id) ? undefined : PAPER_HEADINGS[ids.indexOf(meant)]
}

import { caseOf, OURS, readingAlone } from '../builds.js'
import { sideBySide } from '../measure.js'
import { CHANGED, twoRevisions } from '../repository.js'
import { atMost } from '../table.js'

/** What changed between two revisions that differ in a few files. */
export function diff({ work, rounds = 5, count = 10_000, against }) {
  const root = twoRevisions(work.register({ count }), work)
  const of = (build) =>
    caseOf(build, `, diff of two revisions, ${CHANGED} files changed`, ['diff', 'HEAD~1..HEAD'], root)
  const rows = sideBySide(
    {
      validate: caseOf(OURS, ', validate', ['validate', '--quiet'], root),
      reading: readingAlone(work)(root),
      diff: of(OURS),
      diffBefore: of(against),
    },
    rounds,
    work,
  )
  const { validate, reading, diff: measured } = rows
  return {
    title: `Diff, ${count} partnerships`,
    rounds,
    rows,
    targets: [
      atMost('diff at most 1x of reading alone plus 0.15 of validate', 1, (time) => {
        return time(measured) / (time(reading) + 0.15 * time(validate))
      }),
    ],
  }
}

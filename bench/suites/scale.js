import { caseOf, OURS } from '../builds.js'
import { MOST } from '../generate/register.js'
import { sideBySide } from '../measure.js'
import { atMost, memoryAtMost } from '../table.js'

/** The peak memory that is aimed at, in megabytes, by the number of partnerships. */
const MOST_MEMORY = { 10_000: 330, 40_000: 1250 }

/** Ten times and forty times as many partnerships: how many times as long? */
export function scale({ work, rounds = 3, count = 10_000, against }) {
  const large = Math.min(4 * count, MOST)
  const of = (build, number) =>
    caseOf(build, `, ${number} partnerships`, ['validate', '--quiet'], work.register({ count: number }).root)
  const rows = sideBySide(
    {
      small: of(OURS, Math.ceil(count / 10)),
      middle: of(OURS, count),
      middleBefore: of(against, count),
      large: of(OURS, large),
      largeBefore: of(against, large),
    },
    rounds,
    work,
  )
  const { small, middle, large: largest } = rows
  return {
    title: 'Scale: validate, with faults, some in markdown',
    rounds,
    rows,
    targets: [
      atMost(`${count} partnerships in at most 11x the time of a tenth`, 11, (time) => time(middle) / time(small)),
      atMost(`${large} in at most 4.1x the time of ${count}`, 4.1, (time) => time(largest) / time(middle)),
      ...memory(count, middle),
      ...memory(large, largest),
    ],
  }
}

const memory = (count, row) =>
  count in MOST_MEMORY ? [memoryAtMost(`${count} partnerships`, MOST_MEMORY[count], row)] : []

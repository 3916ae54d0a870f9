import { sideBySide } from '../measure.js'
import { atMost } from '../table.js'
import { PARTNERS } from '../work.js'

/** Ten times as many partnerships: how many times as long? */
export function scale({ work, rounds = 5, count = 10_000 }) {
  const args = [PARTNERS, 'validate', '--quiet', '--no-cache']
  const of = (number) => ({ name: `${number} partnerships`, args, cwd: work.register({ count: number }).root })
  const tenth = Math.max(1, Math.round(count / 10))
  const rows = sideBySide([of(tenth), of(count)], rounds, work)
  return {
    title: 'Scale: validate from cold',
    rounds,
    rows,
    targets: [atMost('ten times the partnerships in at most 11x the time', 11, rows[1].median / rows[0].median)],
  }
}

import { basename } from 'node:path'
import { caseOf, OURS, readingAlone } from '../builds.js'
import { sideBySide } from '../measure.js'
import { twoRevisions } from '../repository.js'
import { atMost } from '../table.js'

/** What each command is measured with; the id is that of a partnership. */
const COMMANDS = {
  validate: () => ['validate', '--quiet'],
  list: () => ['list'],
  due: () => ['due'],
  status: () => ['status'],
  show: (id) => ['show', id],
  set: (id) => ['set', id, 'summary', 'Something else', '--dry-run'],
  record: (id) => ['record', 'headline', id, '--tone', 'good', '--text', 'All is well.', '--dry-run'],
  report: () => ['report', 'board-update'],
}
/** How many times as long as reading alone they may take. */
const MOST_TIMES = { list: 1.6, due: 1.6, set: 1.6, show: 1.4 }

/** Commands beside reading the register and doing nothing with it, on faultless registers in git. */
export function commands({ work, rounds = 3, count = 10_000, against }) {
  const reading = readingAlone(work)
  return [Math.ceil(count / 10), count].map((number) => measured(number, { work, rounds, against, reading }))
}

function measured(count, { work, rounds, against, reading }) {
  const register = work.register({ count, faults: 0 })
  const root = twoRevisions(register, work)
  const id = basename(register.plainFile, '.yaml')
  const cases = { reading: reading(root) }
  for (const [name, args] of Object.entries(COMMANDS)) {
    const of = (build) => caseOf(build, ` ${name}`, args(id), root)
    cases[name] = of(OURS)
    cases[`${name} before`] = of(against)
  }
  const rows = sideBySide(cases, rounds, work)
  const targets = Object.entries(MOST_TIMES).map(([name, most]) =>
    atMost(`${name} of ${count} at most ${most}x of reading alone`, most, (time) => {
      return time(rows[name]) / time(rows.reading)
    }),
  )
  return { title: `Commands, ${count} partnerships`, rounds, rows, targets }
}

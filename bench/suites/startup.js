import { sideBySide } from '../measure.js'
import { atMost } from '../table.js'
import { PARTNERS, ROOT } from '../work.js'

/** How long small commands take, beside a Node that does nothing. */
export function startup({ work, rounds = 40 }) {
  const of = (name, ...args) => ({ name, args, cwd: ROOT })
  const rows = sideBySide(
    [
      of('node -e 0', '-e', '0'),
      of('partners --version', PARTNERS, '--version'),
      of('partners --help', PARTNERS, '--help'),
      of('partners validate', PARTNERS, 'validate'),
      of('partners report board-update', PARTNERS, 'report', 'board-update'),
    ],
    rounds,
    work,
  )
  const [empty, version, , validate] = rows
  return {
    title: 'Start-up, on the register that comes with the tool',
    rounds,
    rows,
    targets: [
      atMost('--version at most 1.2x of an empty Node', 1.2, version.median / empty.median),
      atMost('validate of the default register at most 2x of an empty Node', 2, validate.median / empty.median),
    ],
  }
}

import { caseOf, OURS } from '../builds.js'
import { sideBySide } from '../measure.js'
import { atMost } from '../table.js'
import { ROOT } from '../work.js'

/** How long small commands take, beside a Node that does nothing. */
export function startup({ work, rounds = 40, against }) {
  const of = (build, ...args) => caseOf(build, ` ${args.join(' ')}`, args, ROOT)
  const rows = sideBySide(
    {
      empty: { name: 'node -e 0', args: ['-e', '0'], cwd: ROOT },
      version: of(OURS, '--version'),
      help: of(OURS, '--help'),
      validate: of(OURS, 'validate'),
      validateBefore: of(against, 'validate'),
      list: of(OURS, 'list'),
      listBefore: of(against, 'list'),
      report: of(OURS, 'report', 'board-update'),
      html: of(OURS, 'report', 'board-update', '--format', 'html'),
      docx: of(OURS, 'report', 'board-update', '--format', 'docx'),
      reportBefore: of(against, 'report', 'board-update'),
    },
    rounds,
    work,
  )
  const ofEmpty = (row) => (time) => time(row) / time(rows.empty)
  return {
    title: 'Start-up, on the register that comes with the tool',
    rounds,
    rows,
    targets: [
      atMost('--version at most 1.2x of an empty Node', 1.2, ofEmpty(rows.version)),
      atMost('validate of the default register at most 1.6x of an empty Node', 1.6, ofEmpty(rows.validate)),
      atMost('report board-update at most 2.2x of an empty Node', 2.2, ofEmpty(rows.report)),
      atMost('report board-update in Word at most 3x of HTML', 3, (time) => time(rows.docx) / time(rows.html)),
    ],
  }
}

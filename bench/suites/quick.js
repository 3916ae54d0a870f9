import { basename } from 'node:path'
import { caseOf, OURS, readingAlone } from '../builds.js'
import { saveFigures, sayFigures } from '../figures.js'
import { sideBySide } from '../measure.js'
import { ajv, arePeersInstalled } from '../peers.js'
import { twoRevisions } from '../repository.js'
import { versionOf } from '../table.js'
import { ROOT } from '../work.js'

const COUNT = 1000
const EMPTY = { name: 'node -e 0', args: ['-e', '0'], cwd: ROOT }

/** In less than a minute, and without a network: the ratios that a change must leave as they are, beside the committed ones. */
export function quick({ work, rounds, save }) {
  const hasPeers = arePeersInstalled()
  const [small, large] = [ofStart(work, rounds ?? 12), ofThousand(work, rounds ?? 3, hasPeers)]
  const figures = figuresOf(small.rows, large.rows)
  const major = Number.parseInt(versionOf(work.node), 10)
  const compared = sayFigures(major, figures)
  if (save) saveFigures(major, figures)
  const notes = ['Ratios of least processor times.', compared]
  if (!hasPeers) notes.unshift('ajv-cli is not measured: the suite `validate` installs it.')
  return [small, { ...large, notes }]
}

function ofStart(work, rounds) {
  const of = (...args) => caseOf(OURS, ` ${args.join(' ')}`, args, ROOT)
  const cases = { empty: EMPTY, validate: of('validate'), list: of('list'), report: of('report', 'board-update') }
  return {
    title: 'Start-up, on the register that comes with the tool',
    rounds,
    rows: sideBySide(cases, rounds, work),
  }
}

function ofThousand(work, rounds, hasPeers) {
  const register = work.register({ count: COUNT, markdown: 0, faults: 0 })
  const root = twoRevisions(register, work)
  const of = (...args) => caseOf(OURS, ` ${args[0]}`, args, root)
  const cases = {
    empty: EMPTY,
    ajv: hasPeers ? ajv(`ajv-cli, ${COUNT} YAML files`, root) : undefined,
    reading: readingAlone(work)(root),
    validate: of('validate', '--quiet'),
    list: of('list'),
    show: of('show', basename(register.plainFile, '.yaml')),
    diff: of('diff', 'HEAD~1..HEAD'),
  }
  return { title: `${COUNT} partnerships`, rounds, rows: sideBySide(cases, rounds, work) }
}

/** The least of each row, which other work on the machine changes less than the median of so few rounds. */
function figuresOf(small, large) {
  const ratio = (row, base) => row.processor.least / base.processor.least
  return {
    'validate / node -e 0': ratio(small.validate, small.empty),
    'list / node -e 0': ratio(small.list, small.empty),
    'report board-update / node -e 0': ratio(small.report, small.empty),
    ...(large.ajv && { [`${COUNT}: validate / ajv-cli`]: ratio(large.validate, large.ajv) }),
    [`${COUNT}: reading / node -e 0`]: ratio(large.reading, large.empty),
    [`${COUNT}: validate / reading`]: ratio(large.validate, large.reading),
    [`${COUNT}: list / reading`]: ratio(large.list, large.reading),
    [`${COUNT}: show / reading`]: ratio(large.show, large.reading),
    [`${COUNT}: diff / reading`]: ratio(large.diff, large.reading),
    [`${COUNT}: memory of validate / node -e 0`]: large.validate.memory / large.empty.memory,
  }
}

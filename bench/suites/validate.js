import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseOf, OURS } from '../builds.js'
import { outputOf, sideBySide } from '../measure.js'
import { ajv, installPeers, provePeers, spectral } from '../peers.js'
import { atMost, versionOf } from '../table.js'

const ARGS = ['validate', '--quiet']
/** Partnerships that spectral is given; more would take it the better part of an hour. */
const FEW = 1000
/** How many times as long as ajv-cli it may take: less on a Node later than the oldest one that is supported. */
const mostOfAjv = (node) => (Number.parseInt(versionOf(node), 10) > 20 ? 2.2 : 2.5)

/** A whole register checked, and the same files by tools that know JSON Schema alone. */
export function validate(options) {
  const { work, count = 10_000 } = options
  const mixed = work.register({ count })
  const exact = compareFindings(mixed, work)
  const missing = installPeers()
  if (missing === undefined) provePeers(work)
  const large = besideAjv(mixed, missing === undefined, options)
  large.notes = missing === undefined ? [exact] : [exact, missing]
  return missing === undefined ? [large, besideSpectral(options)] : large
}

function besideAjv(mixed, hasPeers, { work, rounds = 5, count = 10_000, against }) {
  const plain = work.register({ count, markdown: 0, faults: 0 })
  const same = (build) => caseOf(build, `, the same ${count} files and those that they name`, ARGS, plain.root)
  const withFaults = (build) => caseOf(build, `, ${count} partnerships with faults, some in markdown`, ARGS, mixed.root)
  const rows = sideBySide(
    {
      ajv: hasPeers ? ajv(`ajv-cli, ${count} YAML files`, plain.root) : undefined,
      quoted: hasPeers ? ajv('ajv-cli, the same with days in quotes', inQuotes(plain, work)) : undefined,
      same: same(OURS),
      sameBefore: same(against),
      withFaults: withFaults(OURS),
      withFaultsBefore: withFaults(against),
    },
    rounds,
    work,
  )
  const most = mostOfAjv(work.node)
  const target = () => atMost(`validate at most ${most}x of ajv-cli`, most, (time) => time(rows.same) / time(rows.ajv))
  return { title: `Validate, ${count} partnerships`, rounds, rows, targets: hasPeers ? [target()] : [] }
}

function besideSpectral({ work, rounds = 5, count = 10_000 }) {
  const number = Math.min(FEW, count)
  const few = work.register({ count: number, markdown: 0, faults: 0 })
  const slowRounds = Math.min(rounds, 3)
  const rows = sideBySide(
    {
      own: caseOf(OURS, `, ${number} partnerships`, ARGS, few.root),
      spectral: spectral('spectral, the same files', few.root, work),
    },
    slowRounds,
    work,
  )
  const target = atMost('validate at most 0.05x of spectral', 0.05, (time) => time(rows.own) / time(rows.spectral))
  return { title: `Validate, ${number} partnerships`, rounds: slowRounds, rows, targets: [target] }
}

/** @throws when something is found that should not be, or not found that should */
function compareFindings({ root, findings }, work) {
  const { findings: found } = JSON.parse(outputOf([OURS.program, ...ARGS, '--format', 'json'], root, work))
  const told = ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`
  const [wanted, got] = [findings.map(told), found.map(told)]
  const differing = wanted.findIndex((it, index) => it !== got[index])
  if (differing !== -1 || wanted.length !== got.length) {
    const at = differing === -1 ? wanted.length : differing
    throw new Error(`findings differ: expected ${wanted[at] ?? 'no more'}, found ${got[at] ?? 'no more'}`)
  }
  return `The ${wanted.length} findings in the generated register are exactly those that its faults bring, at their lines and columns.`
}

/** The same register with every day in quotes, so that readers of YAML 1.1 take it for a text. */
function inQuotes({ root }, work) {
  const copy = join(work.folder, 'quoted')
  cpSync(root, copy, { recursive: true })
  for (const it of readdirSync(copy, { recursive: true, withFileTypes: true })) {
    if (!it.isFile()) continue
    const path = join(it.parentPath, it.name)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/: (\d{4}-\d{2}-\d{2})$/gm, ': "$1"'))
  }
  return copy
}

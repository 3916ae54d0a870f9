import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { outputOf, sideBySide } from '../measure.js'
import { ajv, installPeers, provePeers, spectral } from '../peers.js'
import { atLeast, atMost } from '../table.js'
import { PARTNERS } from '../work.js'

const MOST_MEMORY = 500
/** Partnerships that spectral is given; more would take it the better part of an hour. */
const FEW = 1000

/** A whole register checked from cold, and the same files by tools that know JSON Schema alone. */
export function validate({ work, rounds = 5, count = 10_000 }) {
  const cold = [PARTNERS, 'validate', '--no-cache', '--quiet']
  const mixed = work.register({ count })
  const exact = compareFindings(mixed, cold, work)
  const own = { name: `partners, ${count} partnerships with faults, some in markdown`, args: cold, cwd: mixed.root }
  const missing = installPeers()
  if (missing !== undefined) return alone({ work, rounds, own, notes: [exact, missing] })
  provePeers(work)

  const plain = work.register({ count, markdown: 0, faults: 0 })
  const quoted = inQuotes(plain, work)
  const rows = sideBySide(
    [
      ajv(`ajv-cli, ${count} YAML files`, plain.root),
      ajv('ajv-cli, the same with days in quotes', quoted),
      { name: `partners, the same ${count} files and those that they name`, args: cold, cwd: plain.root },
      own,
    ],
    rounds,
    work,
  )
  const few = work.register({ count: Math.min(FEW, count), markdown: 0, faults: 0 })
  const slowRounds = Math.min(rounds, 3)
  const slow = sideBySide(
    [
      { name: `partners, ${Math.min(FEW, count)} partnerships`, args: cold, cwd: few.root },
      spectral('spectral, the same files', few.root, work),
    ],
    slowRounds,
    work,
  )
  return [
    {
      title: `Validate from cold, ${count} partnerships`,
      rounds,
      rows,
      notes: [exact],
      targets: [
        atMost('cold validate at most 1x of ajv-cli', 1, rows[2].median / rows[0].median),
        memoryTarget(rows[3]),
      ],
    },
    {
      title: `Validate from cold, ${Math.min(FEW, count)} partnerships`,
      rounds: slowRounds,
      rows: slow,
      targets: [atLeast('cold validate at least 20x faster than spectral', 20, slow[1].median / slow[0].median)],
    },
  ]
}

function alone({ work, rounds, own, notes }) {
  const rows = sideBySide([own], rounds, work)
  return { title: 'Validate from cold', rounds, rows, notes, targets: [memoryTarget(rows[0])] }
}

const memoryTarget = ({ memory }) => ({
  what: `peak memory of cold validate at most ${MOST_MEMORY} MB`,
  measured: `${Math.round(memory)} MB`,
  isMet: memory <= MOST_MEMORY,
})

/** @throws when something is found that should not be, or not found that should */
function compareFindings({ root, findings }, command, work) {
  const { findings: found } = JSON.parse(outputOf([...command, '--format', 'json'], root, work))
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

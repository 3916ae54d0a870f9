// Measures the tool and prints what docs/performance.md holds: `npm run bench -- --help` says how.
import { parseArgs } from 'node:util'
import { buildAt, rebuild } from './builds.js'
import { MOST } from './generate/register.js'
import { again } from './suites/again.js'
import { commands } from './suites/commands.js'
import { diff } from './suites/diff.js'
import { growth } from './suites/growth.js'
import { profile } from './suites/profile.js'
import { quick } from './suites/quick.js'
import { scale } from './suites/scale.js'
import { startup } from './suites/startup.js'
import { validate } from './suites/validate.js'
import { machine, sayTable, sayTargets } from './table.js'
import { openWork } from './work.js'

const FULL = { startup, validate, commands, again, scale, growth, diff, profile }
const SUITES = { quick, ...FULL }
const HELP = `npm run bench -- [suite ...] [options]

Suites: ${Object.keys(SUITES).join(', ')}; all is every one but quick, and startup is measured when none is named.

  --rounds N       rounds of each comparison (startup 40, scale and commands 3, others 5 unless said; spectral never more
                   than 3)
  --count N        partnerships of a large register (10000)
  --against REV    measures an earlier state too, in the same turns: a tag or a commit
  --node PATH      runs everything that is measured with another Node
  --save           quick only: keeps its figures in bench/figures.json, to compare with
`

try {
  run()
} catch (error) {
  process.stderr.write(`bench: ${error.message}\n`)
  process.exitCode = 2
}

function run() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      count: { type: 'string' },
      against: { type: 'string' },
      node: { type: 'string', default: process.execPath },
      save: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  const names = positionals.includes('all') ? Object.keys(FULL) : positionals.length === 0 ? ['startup'] : positionals
  const unknown = names.find((it) => !Object.hasOwn(SUITES, it))
  if (unknown !== undefined) throw new Error(`no suite ${unknown}; there are ${Object.keys(SUITES).join(', ')}, all`)
  const { node, save } = values
  const rounds = numberOf('rounds', values.rounds, 1000)
  const count = numberOf('count', values.count, MOST)
  // an interrupt ends the program that is measured, and then this one, with its folder taken away
  process.once('SIGINT', () => {})
  const work = openWork(node)
  try {
    if (node !== process.execPath) rebuild(node)
    const against = values.against === undefined ? undefined : buildAt(values.against, work)
    measure(names, { work, rounds, count, against, save })
  } finally {
    work.remove()
    if (node !== process.execPath) rebuild(process.execPath)
  }
}

/** Prints each suite as it is done, and all targets at the end. */
function measure(names, options) {
  process.stdout.write(
    `${machine(options.work.node)}. Each table is measured in one run, its rows in turns; times are medians, and ratios are to ` +
      'its first row.\n\n',
  )
  const targets = []
  for (const name of names) {
    process.stderr.write(`bench: ${name}\n`)
    for (const table of [SUITES[name](options)].flat()) {
      process.stdout.write(`${sayTable(table)}\n`)
      targets.push(...(table.targets ?? []))
    }
  }
  process.stdout.write(sayTargets(targets))
}

function numberOf(name, text, most) {
  if (text === undefined) return undefined
  const number = Number(text)
  if (/^[1-9]\d*$/.test(text) && number <= most) return number
  throw new Error(`--${name} ${text} is not a whole number from 1 to ${most}`)
}

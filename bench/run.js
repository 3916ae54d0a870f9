// Measures the tool and prints what docs/performance.md holds: `npm run bench -- [suite ...] [--rounds N] [--count N]`.
import { parseArgs } from 'node:util'
import { MOST } from './generate/register.js'
import { cache } from './suites/cache.js'
import { diff } from './suites/diff.js'
import { growth } from './suites/growth.js'
import { profile } from './suites/profile.js'
import { scale } from './suites/scale.js'
import { startup } from './suites/startup.js'
import { validate } from './suites/validate.js'
import { machine, sayTable, sayTargets } from './table.js'
import { openWork } from './work.js'

const SUITES = { startup, validate, cache, scale, growth, diff, profile }
const HELP = `npm run bench -- [suite ...] [--rounds N] [--count N]

Suites: ${Object.keys(SUITES).join(', ')}; all is every one of them, and startup is measured when none is named.

  --rounds N   rounds of each comparison (startup 40, others 5 unless said; spectral never more than 3)
  --count N    partnerships of a large register (10000)
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
    options: { rounds: { type: 'string' }, count: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return void process.stdout.write(HELP)
  const names = positionals.includes('all') ? Object.keys(SUITES) : positionals.length === 0 ? ['startup'] : positionals
  const unknown = names.find((it) => !Object.hasOwn(SUITES, it))
  if (unknown !== undefined) throw new Error(`no suite ${unknown}; there are ${Object.keys(SUITES).join(', ')}, all`)
  const rounds = numberOf('rounds', values.rounds, 1000)
  const count = numberOf('count', values.count, MOST)
  // an interrupt ends the program that is measured, and then this one, with its folder taken away
  process.once('SIGINT', () => {})
  const work = openWork()
  try {
    measure(names, { work, rounds, count })
  } finally {
    work.remove()
  }
}

/** Prints each suite as it is done, and all targets at the end. */
function measure(names, options) {
  process.stdout.write(
    `${machine()}. Each table is measured in one run, its rows in turns; ratios are to its first row.\n\n`,
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

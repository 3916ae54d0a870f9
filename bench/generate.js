// Writes a large register and what must be found in it: `npm run bench:generate -- --count 10000 --seed 1 --out DIR`
// makes DIR/register and DIR/expected.json. The same options give the same bytes on every machine.
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generateRegister, MOST } from './generate/register.js'
import { writeRegister } from './generate/write.js'

const HELP = `npm run bench:generate -- --out DIR [--count 1000] [--seed 1] [--faults 3] [--markdown 15]

  --out DIR      a new or empty folder; gets register/ and expected.json
  --count N      partnerships, up to ${MOST}
  --seed N       another seed, another register
  --faults P     per cent of partnerships and organisations with one fault each
  --markdown P   per cent of partnerships that are markdown files
`

try {
  run()
} catch (error) {
  process.stderr.write(`generate: ${error.message}\n`)
  process.exitCode = 2
}

function run() {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      faults: { type: 'string', default: '3' },
      markdown: { type: 'string', default: '15' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  if (values.out === undefined) throw new Error('say where with --out DIR')
  const count = whole('count', values.count, 1, MOST)
  const seed = whole('seed', values.seed, 0, Number.MAX_SAFE_INTEGER)
  const faults = whole('faults', values.faults, 0, 100)
  const markdown = whole('markdown', values.markdown, 0, 100)
  const out = resolve(values.out)
  refuseWhatIsThere(out)
  const made = generateRegister({ count, seed, faults, markdown })
  writeRegister(made, out)
  process.stdout.write(
    `${count} partnerships, ${made.files.length} files in ${join(out, 'register')}; ${made.faults} faults, ${made.findings.length} findings expected\n`,
  )
}

/** @throws when it is no whole number of that range */
function whole(name, text, least, most) {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw new Error(`--${name} ${text} is not a whole number from ${least} to ${most}`)
}

/** Nothing is written over, and nothing is mixed with what is there. */
function refuseWhatIsThere(folder) {
  let names = []
  try {
    names = readdirSync(folder)
  } catch (error) {
    if (error.code !== 'ENOENT') throw new Error(`${folder} cannot be written to (${error.code})`, { cause: error })
  }
  if (names.length > 0) throw new Error(`${folder} is not empty; name a new folder`)
}

// Measures start-up side by side with an empty Node, interleaved in one run; prints ratios of the medians and the minima.
// `node scripts/bench.js [rounds] [--large [partnerships]]`; --large checks a register made of copies as well.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const binary = join(root, 'bin', 'partners.cjs')
const [given, large] = process.argv.slice(2).join(' ').split('--large')
const rounds = Number(given.trim() || 40)
const copies = large === undefined ? undefined : makeLarge(Number(large.trim() || 2000))
const cases = {
  'node -e 0': ['-e', '0'],
  'partners --version': [binary, '--version'],
  'partners --help': [binary, '--help'],
  'partners validate': [binary, 'validate'],
  'partners report board-update': [binary, 'report', 'board-update'],
  ...(copies && { [`validate, ${copies.count} partnerships`]: [binary, 'validate', '-r', copies.folder] }),
}
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]))

for (let round = 0; round < rounds; round++) {
  for (const [name, args] of Object.entries(cases)) {
    const start = process.hrtime.bigint()
    spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' })
    times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
  }
}
if (copies) rmSync(copies.folder, { recursive: true })

const sorted = (values) => values.toSorted((a, b) => a - b)
const median = (values) => sorted(values)[Math.floor(values.length / 2)]
const least = (values) => sorted(values)[0]
const base = times['node -e 0']
console.log(`Node ${process.versions.node}, ${rounds} rounds, interleaved; ratios to node -e 0`)
console.log('| command | median | ratio | least | ratio |\n| --- | ---: | ---: | ---: | ---: |')
for (const [name, values] of Object.entries(times)) {
  const ratio = (of) => (of(values) / of(base)).toFixed(2)
  console.log(
    `| ${name} | ${median(values).toFixed(0)} ms | ${ratio(median)} | ${least(values).toFixed(0)} ms | ${ratio(least)} |`,
  )
}

/** A register with the embedded one's partnerships again and again, each under a name of its own. */
function makeLarge(count) {
  const folder = mkdtempSync(join(tmpdir(), 'partners-bench-'))
  cpSync(join(root, 'register'), folder, { recursive: true })
  const originals = readdirSync(join(folder, 'partnerships'))
  for (let made = originals.length; made < count; made++) {
    const file = originals[made % originals.length]
    const text = readFileSync(join(folder, 'partnerships', file), 'utf8')
      .replace(/^name: .*/m, `$& ${made}`)
      .replace(/^aliases:\n(?: {2}- .*\n)+/m, '')
    writeFileSync(join(folder, 'partnerships', file.replace('.yaml', `-${made}.yaml`)), text)
  }
  return { folder, count }
}

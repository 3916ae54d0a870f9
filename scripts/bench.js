// Measures start-up side by side with an empty Node, interleaved in one run; prints ratios of the medians and the minima.
import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const binary = join(root, 'bin', 'partners.cjs')
const rounds = Number(process.argv[2] ?? 40)
const cases = {
  'node -e 0': ['-e', '0'],
  'partners --version': [binary, '--version'],
  'partners --help': [binary, '--help'],
  'partners validate': [binary, 'validate'],
  'partners report board-update': [binary, 'report', 'board-update'],
}
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]))

for (let round = 0; round < rounds; round++) {
  for (const [name, args] of Object.entries(cases)) {
    const start = process.hrtime.bigint()
    spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' })
    times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
  }
}

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

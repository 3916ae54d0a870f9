import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourcesOf } from '../../scripts/bundle-sources.js'
import { ROOT } from '../work.js'

/** Parts of the tool by where their code is; a sample belongs to the innermost that it is in. */
const PARTS = [
  ['reading the disk', /^src\/source\//],
  ['parsing', /^src\/document\/|^node_modules\/(?:js-yaml|yaml)\//],
  [
    'schema and model',
    /^src\/model\/(?:check-schema|field|fields|plain|read-record|register|schema-walk)\b|^node_modules\/zod\//,
  ],
  ['policy and duties', /^src\/(?:policy|duties)\//],
  ['rules', /^src\/rules\//],
  ['placing and formatting', /^src\/output\//],
]
const DEAREST = 10

/** Where the time of a cold validate goes, from V8's own profiler on a build that names its files. */
export function profile({ work, count = 10_000 }) {
  const { root } = work.register({ count })
  const tool = readableBuild(work)
  const folder = join(work.folder, 'profile')
  const options = ['--cpu-prof', `--cpu-prof-dir=${folder}`]
  const command = [...options, join(tool, 'bin', 'partners.cjs'), 'validate', '--quiet', '--no-cache']
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'ignore' })
  if (status !== 0 && status !== 1) throw new Error(`the profiled run ended with exit code ${status}`)
  const recorded = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]), 'utf8'))
  const { parts, rules, total } = summed(recorded, sourcesOf(join(tool, 'dist', 'main.cjs')))
  const share = (time) => `${((100 * time) / total).toFixed(1)}%`
  const rows = (sums) => [...sums].sort(([, a], [, b]) => b - a).map(([name, time]) => `| ${name} | ${share(time)} |`)
  const notes = [
    ['| Part | Share of the time |', '| --- | ---: |', ...rows(parts)].join('\n'),
    ['| Dearest rules | Share of the time |', '| --- | ---: |', ...rows(rules).slice(0, DEAREST)].join('\n'),
  ]
  return { title: `Where the time goes: validate from cold, ${count} partnerships`, rows: [], notes }
}

/** A build in a folder of its own that says which file each stretch of code is from. */
function readableBuild(work) {
  const folder = join(work.folder, 'readable')
  for (const it of ['bin', 'policies', 'templates', 'package.json'])
    cpSync(join(ROOT, it), join(folder, it), { recursive: true })
  const script = join(ROOT, 'scripts', 'build.js')
  const args = [script, 'src/cli/start.ts', join(folder, 'dist'), 'readable']
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error('the readable build failed')
  return folder
}

/** Adds up the time of all samples by part, and of those in rules by rule. */
function summed({ nodes, samples, timeDeltas }, sources) {
  const byId = new Map(nodes.map((it) => [it.id, it]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const stackOf = (id) => {
    const files = []
    for (let at = id; at !== undefined; at = parents.get(at)) files.push(fileOf(byId.get(at).callFrame, sources))
    return files.filter((it) => it !== undefined)
  }
  const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame.functionName, stackOf(id))]))
  const [parts, rules] = [new Map(), new Map()]
  let total = 0
  for (const [index, id] of samples.entries()) {
    const { part, rule } = places.get(id)
    const time = Math.max(0, timeDeltas[index])
    if (part === undefined) continue
    total += time
    parts.set(part, (parts.get(part) ?? 0) + time)
    if (rule !== undefined) rules.set(rule, (rules.get(rule) ?? 0) + time)
  }
  return { parts, rules, total }
}

function fileOf({ url, lineNumber }, sources) {
  return url.replaceAll('\\', '/').endsWith('/dist/main.cjs') ? sources[lineNumber] : undefined
}

/** @param {string[]} files of the functions of a sample, innermost first */
function placeOf(name, files) {
  if (name === '(idle)') return {}
  if (name === '(garbage collector)') return { part: 'garbage collection' }
  for (const file of files) {
    const part = PARTS.find(([, form]) => form.test(file))?.[0]
    if (part === 'rules') return { part, rule: ruleOf(files) }
    if (part !== undefined) return { part }
  }
  return { part: 'start-up and the rest' }
}

/** The rule's own file, or where several share their code, that. */
function ruleOf(files) {
  const own =
    files.find((it) => /^src\/rules\/[\w-]+\/[\w-]+\.ts$/.test(it)) ?? files.find((it) => it.startsWith('src/rules/'))
  return own.replace(/^src\/rules\/(.*)\.ts$/, '$1')
}

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourcesOf } from '../../scripts/bundle-sources.js'
import { readableBuild } from '../builds.js'
import { environment } from '../measure.js'

/** Parts of the tool by where their code is; a sample belongs to the innermost that it is in. */
const PARTS = [
  ['reading the disk', /^src\/source\//],
  ['quick reader', /^src\/(?:document\/plain-yaml|model\/quick-)/],
  ['parsing', /^src\/document\/|^node_modules\/(?:js-yaml|yaml)\//],
  [
    'schema and model',
    /^src\/model\/(?:check-schema|field|fields|plain|read-record|register|schema-walk)\b|^node_modules\/zod\//,
  ],
  ['policy and duties', /^src\/(?:policy|duties)\//],
  ['rules', /^src\/rules\//],
  ['placing and formatting', /^src\/output\//],
]
const DEAREST_RULES = 10
const DEAREST_FUNCTIONS = 25

/** Where the time of a cold validate goes, from V8's own profiler on a build that names its files. */
export function profile({ work, count = 10_000 }) {
  const { root } = work.register({ count })
  const tool = readableBuild(work)
  const folder = join(work.folder, 'profile')
  const options = ['--cpu-prof', `--cpu-prof-dir=${folder}`]
  const command = [...options, join(tool, 'bin', 'partners.cjs'), 'validate', '--quiet']
  const { status } = spawnSync(work.node, command, { cwd: root, env: environment(work), stdio: 'ignore' })
  if (status !== 0 && status !== 1) throw new Error(`the profiled run ended with exit code ${status}`)
  const recorded = JSON.parse(readFileSync(join(folder, readdirSync(folder)[0]), 'utf8'))
  const { parts, rules, functions, total } = summed(recorded, sourcesOf(join(tool, 'dist', 'main.cjs')))
  const table = (heading, sums, most) => {
    const rows = [...sums].sort(([, a], [, b]) => b - a).slice(0, most)
    const shares = rows.map(([name, time]) => `| ${name} | ${((100 * time) / total).toFixed(1)}% |`)
    return [`| ${heading} | Share of the time |`, '| --- | ---: |', ...shares].join('\n')
  }
  const notes = [
    table('Part', parts),
    table('Dearest rules', rules, DEAREST_RULES),
    table('Dearest functions, without what they call', functions, DEAREST_FUNCTIONS),
  ]
  return { title: `Where the time goes: validate, ${count} partnerships`, notes }
}

/** Adds up the time of all samples by part and by function, and of those in rules by rule. */
function summed({ nodes, samples, timeDeltas }, sources) {
  const byId = new Map(nodes.map((it) => [it.id, it]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const stackOf = (id) => {
    const files = []
    for (let at = id; at !== undefined; at = parents.get(at)) files.push(fileOf(byId.get(at).callFrame, sources))
    return files.filter((it) => it !== undefined)
  }
  const places = new Map(
    nodes.map(({ id, callFrame }) => [
      id,
      { ...placeOf(callFrame.functionName, stackOf(id)), called: calledOf(callFrame, sources) },
    ]),
  )
  const [parts, rules, functions] = [new Map(), new Map(), new Map()]
  const add = (sums, name, time) => name !== undefined && sums.set(name, (sums.get(name) ?? 0) + time)
  let total = 0
  for (const [index, id] of samples.entries()) {
    const { part, rule, called } = places.get(id)
    const time = Math.max(0, timeDeltas[index])
    if (part === undefined) continue
    total += time
    add(parts, part, time)
    add(rules, rule, time)
    add(functions, called, time)
  }
  return { parts, rules, functions, total }
}

/** A function and the file it is from; one of Node’s own or of a library apart has the file that is run. */
function calledOf(callFrame, sources) {
  const { functionName, url } = callFrame
  if (/^\((?:idle|program|garbage collector|root)\)$/.test(functionName)) return undefined
  const file = fileOf(callFrame, sources) ?? (url.startsWith('node:') ? url : url.split(/[\\/]/).at(-1))
  return `${functionName || '(anonymous)'}${file ? `, ${file}` : ''}`
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

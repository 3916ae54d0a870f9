// Runs programs side by side and takes their time and memory.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const USAGE = join(import.meta.dirname, 'usage.cjs')
/** In CI the tool writes annotations and summaries beside its output; a bench is not what they are for. */
const OF_CI = ['CI', 'GITHUB_ACTIONS', 'GITHUB_STEP_SUMMARY', 'GITLAB_CI']

/**
 * @typedef {object} Case a program to measure
 * @property {string} name as the table says it
 * @property {string[]} args of Node: options, script, its arguments
 * @property {string} [cwd]
 * @property {() => void} [before] is called before each run, and not timed
 *
 * @typedef {{ name: string, median: number, least: number, memory: number | undefined }} Measured milliseconds, megabytes
 */

/**
 * Each case once for its memory, which also brings its files into the system's cache; then so many rounds of all of them,
 * one after the other, so that what slows the machine down slows all down alike.
 *
 * @param {Case[]} cases
 * @returns {Measured[]}
 * @throws when a program could not do its work (exit code above 1)
 */
export function sideBySide(cases, rounds, work) {
  const memory = cases.map((it) => usageOf(it, work).memory)
  const times = cases.map(() => [])
  for (let round = 0; round < rounds; round++)
    for (const [index, it] of cases.entries()) times[index].push(timeOf(it, work))
  return cases.map(({ name }, index) => {
    const sorted = times[index].toSorted((a, b) => a - b)
    return { name, median: sorted[Math.floor(sorted.length / 2)], least: sorted[0], memory: memory[index] }
  })
}

function timeOf({ name, args, cwd, before }, work) {
  before?.()
  const start = process.hrtime.bigint()
  const { status } = spawnSync(process.execPath, args, { cwd, env: environment(work), stdio: 'ignore' })
  const time = Number(process.hrtime.bigint() - start) / 1e6
  if (status !== 0 && status !== 1) throw new Error(`${name} ended with exit code ${status}`)
  return time
}

/**
 * Peak memory in megabytes, and milliseconds of the processor, which other programs beside it change less than those of
 * the clock; measured apart, because it costs a little time.
 */
export function usageOf({ name, args, cwd, before }, work) {
  before?.()
  const file = join(work.folder, 'usage')
  const env = { ...environment(work), BENCH_USAGE: file }
  const done = spawnSync(process.execPath, ['--require', USAGE, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
  })
  if (done.status !== 0 && done.status !== 1)
    throw new Error(`${name} ended with exit code ${done.status}:\n${done.stderr?.slice(0, 2000)}`)
  const { maxRSS, cpu } = JSON.parse(readFileSync(file, 'utf8'))
  return { memory: maxRSS / 1024, cpu: cpu / 1000 }
}

/** What a program writes to stdout. */
export function outputOf(args, cwd, work) {
  const done = spawnSync(process.execPath, args, { cwd, env: environment(work), encoding: 'utf8', maxBuffer: 2 ** 29 })
  if (done.status !== 0 && done.status !== 1)
    throw new Error(`${args.join(' ')} failed:\n${done.stderr?.slice(0, 2000)}`)
  return done.stdout
}

/** The bench’s own environment with a cache folder of its own, so that the user’s is neither used nor filled. */
function environment(work) {
  const kept = Object.entries(process.env).filter(([name]) => !OF_CI.includes(name) && !name.startsWith('PARTNERS_'))
  return { ...Object.fromEntries(kept), XDG_CACHE_HOME: work.cache, NO_COLOR: '1' }
}

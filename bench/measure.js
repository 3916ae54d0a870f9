// Runs programs side by side and takes their time and memory.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const USAGE = join(import.meta.dirname, 'usage.cjs')
/**
 * In CI the tool writes annotations and summaries beside its output. Further certificates are read by Node 20 at every
 * start, which takes longer than all else in an empty Node, so that ratios to it would differ from machine to machine.
 */
const LEFT_OUT = ['CI', 'GITHUB_ACTIONS', 'GITHUB_STEP_SUMMARY', 'GITLAB_CI', 'NODE_EXTRA_CA_CERTS']

/**
 * @typedef {object} Case a program to measure
 * @property {string} name as the table says it
 * @property {string[]} args of Node: options, script, its arguments
 * @property {string} [cwd]
 * @property {Record<string, string>} [env] beside the bench’s own
 * @property {() => void} [before] is called before each run, and not timed
 *
 * @typedef {{ processor: number, clock: number, memory: number }} Run milliseconds twice, megabytes
 * @typedef {{ median: number, least: number }} Spread
 * @typedef {{ name: string, processor: Spread, clock: Spread, memory: number }} Measured
 */

/**
 * Each case once to bring its files into the system’s cache; then so many rounds of all of them, one after the other, so
 * that what slows the machine down slows all down alike.
 *
 * @template {string} Key
 * @param {Record<Key, Case | undefined>} cases what is undefined is left out
 * @returns {Record<Key, Measured>}
 * @throws when a program could not do its work (exit code above 1)
 */
export function sideBySide(cases, rounds, work) {
  const measured = Object.entries(cases).flatMap(([key, it]) => (it === undefined ? [] : [{ key, it, runs: [] }]))
  for (const { it } of measured) runOf(it, work)
  for (let round = 0; round < rounds; round++) for (const { it, runs } of measured) runs.push(runOf(it, work))
  return Object.fromEntries(measured.map(({ key, it, runs }) => [key, summed(it.name, runs)]))
}

/** @param {Run[]} runs */
function summed(name, runs) {
  const spread = (what) => {
    const sorted = runs.map((it) => it[what]).toSorted((a, b) => a - b)
    return { median: sorted[Math.floor(sorted.length / 2)], least: sorted[0] }
  }
  return { name, processor: spread('processor'), clock: spread('clock'), memory: spread('memory').median }
}

/**
 * One run. Its processor time, which other programs beside it change less than that of the clock, is what it reports as
 * it ends.
 *
 * @param {Case} it
 * @returns {Run}
 */
export function runOf({ name, args, cwd, env, before }, work) {
  before?.()
  const file = join(work.folder, 'usage')
  const start = process.hrtime.bigint()
  const { status, error, stderr } = spawnSync(work.node, ['--require', USAGE, ...args], {
    cwd,
    env: { ...environment(work), ...env, BENCH_USAGE: file },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 2 ** 29,
  })
  const clock = Number(process.hrtime.bigint() - start) / 1e6
  if (status !== 0 && status !== 1)
    throw new Error(`${name} ended with exit code ${status}:\n${(error?.message ?? stderr).slice(0, 2000)}`)
  const { maxRSS, cpu } = JSON.parse(readFileSync(file, 'utf8'))
  return { processor: cpu / 1000, clock, memory: maxRSS / 1024 }
}

/** What a program writes to stdout. */
export function outputOf(args, cwd, work) {
  const done = spawnSync(work.node, args, { cwd, env: environment(work), encoding: 'utf8', maxBuffer: 2 ** 29 })
  if (done.status !== 0 && done.status !== 1)
    throw new Error(`${args.join(' ')} failed:\n${done.stderr?.slice(0, 2000)}`)
  return done.stdout
}

/**
 * The bench’s own environment. Releases before this one kept what they had read: they run without, and a case that wants
 * it otherwise finds a folder of its own, so that the user’s is neither used nor filled.
 */
export function environment(work) {
  const kept = Object.entries(process.env).filter(([name]) => !LEFT_OUT.includes(name) && !name.startsWith('PARTNERS_'))
  return { ...Object.fromEntries(kept), XDG_CACHE_HOME: work.cache, PARTNERS_NO_CACHE: '1', NO_COLOR: '1' }
}

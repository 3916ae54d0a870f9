// Writes what was measured as markdown; docs/performance.md holds it as it is printed.
import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'

/** The version of a Node. */
export const versionOf = (node) => spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim().slice(1)

/** What was measured on. */
export function machine(node) {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, ${process.platform}; Node ${versionOf(node)}`
}

/**
 * @typedef {{ what: string, measured: string, verdict: string }} Target
 * @typedef {object} Table
 * @property {string} title
 * @property {number} [rounds]
 * @property {Record<string, import('./measure.js').Measured>} [rows] ratios are to the first
 * @property {string[]} [notes]
 * @property {Target[]} [targets]
 *
 * @param {Table} table
 */
export function sayTable({ title, rounds, rows = {}, notes = [] }) {
  const lines = [`**${title}**${rounds === undefined ? '' : `, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`}`, '']
  const [base, ...others] = Object.values(rows)
  if (base !== undefined) {
    lines.push(
      '| | processor | ratio | least | ratio | clock | ratio | peak memory |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...[base, ...others].map((row) => sayRow(row, base)),
      '',
    )
  }
  for (const note of notes) lines.push(note, '')
  return lines.join('\n')
}

function sayRow({ name, processor, clock, memory }, base) {
  const pairs = [
    [processor.median, base.processor.median],
    [processor.least, base.processor.least],
    [clock.median, base.clock.median],
  ]
  const times = pairs.flatMap(([time, ofBase]) => [sayTime(time), (time / ofBase).toFixed(2)])
  return `| ${[name, ...times, `${Math.round(memory)} MB`].join(' | ')} |`
}

const sayTime = (time) => (time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(2)} s`)

/** @param {Target[]} targets */
export function sayTargets(targets) {
  if (targets.length === 0) return ''
  const rows = targets.map(({ what, measured, verdict }) => `| ${what} | ${measured} | ${verdict} |`)
  return ['| Target | Measured | |', '| --- | ---: | --- |', ...rows, ''].join('\n')
}

export const verdict = (isMet) => (isMet ? 'met' : '**missed**')

/**
 * A target for a ratio of medians, by the clock and by the processor.
 * @param {(time: (row: import('./measure.js').Measured) => number) => number} ratio is given how to take the time of a row
 * @returns {Target}
 */
export function atMost(what, most, ratio) {
  const clock = ratio((row) => row.clock.median)
  const processor = ratio((row) => row.processor.median)
  const [byClock, byProcessor] = [clock <= most, processor <= most]
  const measured = `${clock.toFixed(2)}x, processor ${processor.toFixed(2)}x`
  if (byClock === byProcessor) return { what, measured, verdict: verdict(byClock) }
  return { what, measured, verdict: `met by the ${byClock ? 'clock' : 'processor'} alone` }
}

/** @returns {Target} */
export const memoryAtMost = (what, most, { memory }) => ({
  what: `peak memory of ${what} at most ${most} MB`,
  measured: `${Math.round(memory)} MB`,
  verdict: verdict(memory <= most),
})

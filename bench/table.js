// Writes what was measured as markdown; docs/performance.md holds it as it is printed.
import { cpus, totalmem } from 'node:os'

/** What was measured on. */
export function machine() {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${first?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, ${process.platform}; Node ${process.versions.node}`
}

/**
 * @typedef {{ title: string, rounds?: number, rows: import('./measure.js').Measured[], notes?: string[] }} Table
 * @param {Table} table ratios are to its first row
 */
export function sayTable({ title, rounds, rows, notes = [] }) {
  const [base] = rows
  const lines = [`**${title}**${rounds === undefined ? '' : `, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`}`, '']
  if (rows.length > 0) {
    lines.push('| | median | ratio | least | ratio | peak memory |', '| --- | ---: | ---: | ---: | ---: | ---: |')
    for (const { name, median, least, memory } of rows) {
      const times = [median, base.median, least, base.least]
      lines.push(`| ${[name, ...sayTimes(times), `${Math.round(memory)} MB`].join(' | ')} |`)
    }
    lines.push('')
  }
  for (const note of notes) lines.push(note, '')
  return lines.join('\n')
}

const sayTimes = ([median, baseMedian, least, baseLeast]) => [
  sayTime(median),
  (median / baseMedian).toFixed(2),
  sayTime(least),
  (least / baseLeast).toFixed(2),
]

const sayTime = (time) => (time < 1000 ? `${time.toFixed(0)} ms` : `${(time / 1000).toFixed(2)} s`)

/** @param {{ what: string, measured: string, isMet: boolean }[]} targets */
export function sayTargets(targets) {
  if (targets.length === 0) return ''
  const rows = targets.map(({ what, measured, isMet }) => `| ${what} | ${measured} | ${isMet ? 'met' : '**missed**'} |`)
  return ['| Target | Measured | |', '| --- | ---: | --- |', ...rows, ''].join('\n')
}

/** A target for a ratio of two medians. */
export const atMost = (what, most, ratio) => ({ what, measured: `${ratio.toFixed(2)}x`, isMet: ratio <= most })
export const atLeast = (what, least, ratio) => ({ what, measured: `${ratio.toFixed(1)}x`, isMet: ratio >= least })

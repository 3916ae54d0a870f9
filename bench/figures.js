// The figures of the suite quick as they were last committed: bench/figures.json, by the major version of Node.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = join(import.meta.dirname, 'figures.json')
/** What is this many times the committed figure is worth a word. */
const WORTH_A_WORD = 1.1

const readAll = () => JSON.parse(readFileSync(FILE, 'utf8'))

/** Keeps figures as those to compare with; others that were kept for the same Node stay. */
export function saveFigures(major, figures) {
  const all = readAll()
  const rounded = Object.entries(figures).map(([name, figure]) => [name, Number(figure.toFixed(2))])
  const saved = { ...all, [major]: { ...all[major], ...Object.fromEntries(rounded) } }
  writeFileSync(FILE, `${JSON.stringify(saved, undefined, 2)}\n`)
}

/** A table of figures beside the committed ones, in markdown. */
export function sayFigures(major, figures) {
  const committed = readAll()[major] ?? {}
  const rows = Object.entries(figures).map(([name, now]) => {
    const then = committed[name]
    return `| ${name} | ${now.toFixed(2)} | ${then?.toFixed(2) ?? 'none'} | ${word(now, then)} |`
  })
  return [`| Figure, Node ${major} | now | committed | |`, '| --- | ---: | ---: | --- |', ...rows].join('\n')
}

function word(now, then) {
  if (then === undefined) return 'save it'
  if (now > then * WORTH_A_WORD) return '**more than committed**'
  return now * WORTH_A_WORD < then ? 'less than committed' : ''
}

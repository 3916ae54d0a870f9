// How much of the program the commands in the tests run through, by folder: lines of the bundle, as V8 counted them. Fails
// where it is less than it was. What only unit tests reach counts as not reached, so the figure is a lower bound.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import nodeModule from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sourcesOf } from './bundle-sources.js'

/** Per cent of the lines of src/, rounded down; raise it when it has risen. */
const LEAST = 94

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bundle = join(root, 'dist', 'main.cjs')
const counted = mkdtempSync(join(tmpdir(), 'partners-coverage-'))
const env = { ...process.env, PARTNERS_COVERAGE: counted, PARTNERS_READABLE: '1' }

try {
  // a pipe, so that this waits for the processes that run commands, too: they write what they counted when they end
  const args = ['vitest', 'run', '--reporter=default']
  const { status, stdout } = spawnSync('npx', args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = stdout.toString().trimEnd().split('\n')
  console.log(lines.slice(status === 0 ? -6 : 0).join('\n'))
  const rows = byFolder(coveredLines())
  for (const [folder, { covered, all }] of rows)
    console.log(`${folder.padEnd(14)} ${percent(covered, all)} % of ${all}`)
  const { covered, all } = rows.get('src')
  if (percent(covered, all) < LEAST) console.error(`coverage: ${percent(covered, all)} %, and ${LEAST} % is the least`)
  process.exitCode = status !== 0 || percent(covered, all) < LEAST ? 1 : 0
} finally {
  rmSync(counted, { recursive: true })
  spawnSync(process.execPath, [join(root, 'scripts', 'build.js')], { stdio: 'inherit' })
}

/** For each line of the bundle that holds code: its source file, and whether any process ran it. */
function coveredLines() {
  const text = readFileSync(bundle, 'utf8')
  const ran = new Uint8Array(text.length)
  for (const name of readdirSync(counted)) {
    const { result } = JSON.parse(readFileSync(join(counted, name), 'utf8'))
    for (const { url, functions } of result)
      if (url === bundle || url === pathToFileURL(bundle).href) addRan(ran, functions, text.length)
  }
  const sources = sourcesOf(bundle)
  let offset = 0
  return text.split('\n').flatMap((line, index) => {
    const at = offset + line.search(/\S/)
    offset += line.length + 1
    const isCode = at >= offset - line.length - 1 && /\w/.test(line) && !line.trim().startsWith('//')
    const source = sources[index]
    return isCode && source?.startsWith('src/') ? [{ source, isCovered: ran[at] === 1 }] : []
  })
}

/** Marks what one process ran: an inner range says more exactly than the one around it. */
function addRan(ran, functions, length) {
  const own = new Uint8Array(ran.length)
  const ranges = functions.flatMap((it) => it.ranges)
  ranges.sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset)
  // loaded by bin/code-cache.cjs, the program stands in a function
  const before = ranges[0].endOffset > length ? nodeModule.wrapper[0].length : 0
  for (const { startOffset, endOffset, count } of ranges)
    own.fill(count > 0 ? 1 : 0, Math.max(0, startOffset - before), Math.max(0, endOffset - before))
  for (let at = 0; at < ran.length; at++) ran[at] |= own[at]
}

function byFolder(lines) {
  const rows = new Map()
  for (const { source, isCovered } of lines)
    for (const folder of [source.split('/').slice(0, 2).join('/'), 'src']) {
      const row = rows.get(folder) ?? { covered: 0, all: 0 }
      rows.set(folder, { covered: row.covered + Number(isCovered), all: row.all + 1 })
    }
  return new Map([...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function percent(covered, all) {
  return Math.floor((100 * covered) / all)
}

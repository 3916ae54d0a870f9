import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ROOT } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-new-paper-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const LISTS = ['src/reports/index.ts', 'tests/papers.test.ts']
for (const file of LISTS) cpSync(join(ROOT, file), join(work, file))
const begin = (name: string) =>
  spawnSync(process.execPath, [join(ROOT, 'scripts', 'new', 'paper.js'), name], { cwd: work, encoding: 'utf8' })
const read = (file: string) => readFileSync(join(work, file), 'utf8')

test('a new paper is a folder, a template, a line in the list and a golden file', () => {
  const { status, stdout } = begin('waiting-times')
  expect(status).toBe(0)
  for (const file of LISTS) expect(stdout).toContain(`${file}\n`)
  expect(readdirSync(join(work, 'src/reports/waiting-times'))).toEqual(['index.ts', 'partnerships.ts'])
  expect(read('templates/waiting-times.md.hbs')).toContain('# Waiting times\n')
  expect(read('src/reports/index.ts')).toMatch(
    /^import \{ waitingTimesPaper \} from '\.\/waiting-times\/index\.js'$[\s\S]*\bwaitingTimesPaper,?\s*\]\n$/m,
  )
  expect(read('tests/papers.test.ts')).toContain("  ...made('waiting-times', ['oxford']),\n]")
})

test.each([
  ['waiting-times', 'there is a paper waiting-times already'],
  ['Waiting Times', '"Waiting Times" is not the name of a paper'],
])('%s is refused: nothing is written over', (name, message) => {
  begin('waiting-times')
  const { status, stderr } = begin(name)
  expect(status).toBe(2)
  expect(stderr).toContain(message)
})

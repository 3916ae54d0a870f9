import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BINARY, ROOT, runPartners } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-watch-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const REGISTER = join(work, 'register')
const put = (file: string, text: string) => writeFileSync(join(REGISTER, file), text)
const GOOD = 'name: Riverside\nstatus: active\nkind: contract\n'
const BAD = `${GOOD}sponser: x\n`

const turn = () => new Promise((resolve) => setTimeout(resolve, 10))

/** A run of the real binary that goes on, with what it has written so far. */
class Running {
  stdout = ''
  stderr = ''
  readonly #child: ChildProcess
  readonly ended: Promise<{ code: number | null; signal: string | null }>

  constructor(args: readonly string[]) {
    const env = { PATH: process.env['PATH'] ?? '', HOME: work, TZ: 'UTC' }
    this.#child = spawn(process.execPath, [BINARY, ...args], { cwd: work, env })
    this.#child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.stdout += text))
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text))
    this.ended = new Promise((resolve) => this.#child.on('close', (code, signal) => resolve({ code, signal })))
  }

  /** How many runs are over: after each one line with the time is written. */
  get runs(): number {
    return this.stderr.match(/^\d\d:\d\d:\d\d .*; Ctrl\+C ends it$/gm)?.length ?? 0
  }

  /** Waits until it holds, and says what was written when it does not in good time. */
  async until(holds: (run: this) => boolean): Promise<void> {
    const deadline = performance.now() + 100_000
    while (!holds(this)) {
      if (performance.now() > deadline) throw new Error(`waited in vain:\n${this.stdout}\n---\n${this.stderr}`)
      await turn()
    }
    await turn() // the line came last, yet its pipe may be read before the other one
  }

  end(signal: NodeJS.Signals = 'SIGINT') {
    this.#child.kill(signal)
    return this.ended
  }
}

let running: Running | undefined
async function start(...args: string[]): Promise<Running> {
  running = new Running(args)
  await running.until((it) => it.runs === 1)
  return running
}
afterEach(async () => void (await running?.end('SIGKILL')))

beforeEach(() => {
  rmSync(REGISTER, { recursive: true, force: true })
  cpSync(join(ROOT, 'tests', 'rules', 'base'), REGISTER, { recursive: true })
  mkdirSync(join(REGISTER, 'partnerships'))
  put('partnerships/riverside.yaml', GOOD)
})

const summaries = ({ stdout }: Running) => stdout.match(/^.* in \d+ files?, \d+ .*$/gm) ?? []

describe('validate --watch', () => {
  test('checks again when a file changes, comes and goes, tells which, and ends at Ctrl+C', async () => {
    const run = await start('validate', '--watch')
    expect(run.stderr).toMatch(/^\d\d:\d\d:\d\d watching register; Ctrl\+C ends it\n$/)
    expect(run.stdout).toBe(runPartners(['validate'], { cwd: work }).stdout)
    put('partnerships/riverside.yaml', BAD)
    await run.until((it) => it.runs === 2)
    expect(run.stdout).toContain('"sponser"')
    expect(run.stderr).toMatch(/ again, as register\/partnerships\/riverside\.yaml changed; /)
    put('partnerships/second.yaml', GOOD)
    await run.until((it) => it.runs === 3)
    expect(summaries(run).at(-1)).toContain('2 partnerships')
    rmSync(join(REGISTER, 'partnerships', 'riverside.yaml'))
    await run.until((it) => it.runs === 4)
    expect(summaries(run).at(-1)).toContain('0 errors')
    expect(summaries(run)).toHaveLength(4)
    // oxlint-disable-next-line no-control-regex -- a pipe gets none
    expect(run.stdout).not.toMatch(/\u001B/)
    expect(await run.end()).toEqual({ code: null, signal: 'SIGINT' }) // which a shell tells as 130
  })

  test('an editor that writes to another file and renames it, and many files at once, are few runs', async () => {
    const run = await start('validate', '--watch')
    put('partnerships/.riverside.yaml.new', BAD)
    renameSync(join(REGISTER, 'partnerships', '.riverside.yaml.new'), join(REGISTER, 'partnerships', 'riverside.yaml'))
    await run.until((it) => it.runs === 2)
    for (let count = 0; count < 50; count++) put(`partnerships/p${count}.yaml`, GOOD)
    await run.until((it) => it.runs >= 3 && summaries(it).at(-1)!.includes('51 partnerships'))
    expect(run.stderr).toMatch(/again, as \d+ files changed/)
    expect(run.runs).toBeLessThanOrEqual(15) // a busy machine may take a while to write fifty, but it is never a run for each
  })

  test('what is no file of the register sets off no run', async () => {
    const run = await start('validate', '--watch', '--format', 'json', '--out', 'register/updates.json')
    mkdirSync(join(REGISTER, '.git'))
    put('.git/index', 'x')
    put('partnerships/.partners-1-0.tmp', GOOD)
    put('partnerships/.riverside.yaml.swp', 'x')
    put('partnerships/riverside.yaml~', GOOD)
    put('partnerships/4913', '')
    put('notes.txt', 'x')
    put('partnerships/second.yaml', BAD) // what is seen after all of these
    await run.until((it) => it.runs === 2)
    expect(run.stderr).toMatch(/ again, as register\/partnerships\/second\.yaml changed; /)
    expect(JSON.parse(readFileSync(join(REGISTER, 'updates.json'), 'utf8')).findings).not.toEqual([])
  })

  test('what it writes among the records sets off no run', async () => {
    mkdirSync(join(REGISTER, 'updates'))
    const run = await start('validate', '--watch', '--format', 'markdown', '--out', 'register/updates/findings.md')
    put('partnerships/riverside.yaml', BAD)
    await run.until((it) => it.runs === 2)
    put('partnerships/riverside.yaml', GOOD)
    await run.until((it) => it.runs === 3)
    expect(run.stderr.match(/riverside\.yaml changed/g)).toHaveLength(2)
    expect(run.stderr).not.toContain('findings.md')
  })

  test('a register that vanishes or cannot be read is told, and watching goes on when it is back', async () => {
    const run = await start('validate', '--watch')
    renameSync(REGISTER, join(work, 'away'))
    await run.until((it) => it.runs === 2)
    expect(run.stderr).toContain('partners: register holds no register.yaml now; it runs again once it does\n')
    renameSync(join(work, 'away'), REGISTER)
    await run.until((it) => it.runs === 3)
    expect(summaries(run)).toHaveLength(2)
    put('partnerships/riverside.yaml', BAD)
    await run.until((it) => it.runs === 4)
    expect(summaries(run).at(-1)).toMatch(/^[1-9]\d* errors?/)
    put('register.yaml', 'schema: 99\norganisation: ours\n')
    await run.until((it) => it.runs === 5)
    expect(run.stderr).toMatch(/^partners: .*schema.*$/m)
    rmSync(join(REGISTER, 'register.yaml'))
    await run.until((it) => it.runs === 6)
    cpSync(join(ROOT, 'tests', 'rules', 'base', 'register.yaml'), join(REGISTER, 'register.yaml'))
    await run.until((it) => it.runs === 7)
    expect(summaries(run)).toHaveLength(4)
  })

  test('a command line that no change could mend ends at once', () => {
    for (const [args, words] of [
      [['validate', '--watch', '--rule', 'review/overdu'], 'did you mean review/overdue?'],
      [['validate', '--watch', '-r', 'nowhere'], 'there is no nowhere'],
      [['validate', '--watch', '--revision', 'HEAD'], 'cannot be used with'],
      [['report', 'board-updat', '--watch'], 'did you mean board-update?'],
      [['report', '--list', '--watch'], 'cannot be used with'],
    ] as const) {
      const { code, stderr } = runPartners([...args], { cwd: work })
      expect(code).toBe(2)
      expect(stderr).toContain(words)
    }
  })
})

describe('report --watch', () => {
  test('makes the paper again when the template that was named changes, and tells what is wrong with it', async () => {
    const template = join(work, 'mine.md.hbs')
    writeFileSync(template, 'First {{title}}\n')
    const run = await start('report', '--template', 'mine.md.hbs', '--out', 'paper.md', '--watch')
    const paper = () => readFileSync(join(work, 'paper.md'), 'utf8')
    expect(paper()).toMatch(/^First /m)
    writeFileSync(template, 'Second {{titel}}\n')
    await run.until((it) => it.runs === 2)
    expect(run.stderr).toContain('mine.md.hbs:1:10 "titel" is not in the view')
    expect(paper()).toMatch(/^First /m)
    writeFileSync(join(work, 'mine.new'), 'Third {{title}}\n')
    renameSync(join(work, 'mine.new'), template)
    await run.until((it) => it.runs === 3)
    expect(paper()).toMatch(/^Third /m)
    rmSync(template)
    await run.until((it) => it.runs === 4)
    expect(run.stderr).toContain('partners: there is no template mine.md.hbs\n')
    writeFileSync(template, 'Fourth {{title}}\n')
    await run.until((it) => it.runs === 5)
    expect(paper()).toMatch(/^Fourth /m)
  })

  test('a template of the register is a file of it, whether or not it was named', async () => {
    mkdirSync(join(REGISTER, 'templates'))
    put('templates/register.md.hbs', 'First\n')
    for (const named of [[], ['--template', 'register/templates/register.md.hbs']]) {
      put('templates/register.md.hbs', 'First\n')
      const run = await start('report', 'register', '--watch', ...named)
      put('templates/register.md.hbs', 'Second\n')
      await run.until((it) => it.runs === 2)
      expect(run.stdout).toMatch(/^First$[^]*^Second$/m)
      await run.end()
    }
  })

  test('a record that cannot be read is told, and the paper is printed once it can', async () => {
    put('partnerships/riverside.yaml', 'name: [\n')
    const run = await start('report', 'register', '--watch')
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain('could not be read in full')
    put('partnerships/riverside.yaml', GOOD)
    await run.until((it) => it.runs === 2)
    expect(run.stdout).toContain('Riverside')
  })
})

import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { withLock } from '../../src/source/lock.js'
import { readRegister } from '../../src/source/read-register.js'
import { finishChange } from '../../src/source/write-register.js'
import { BINARY, runPartners, runProgram } from '../run-partners.js'
import { change, harbour, RIVERSIDE } from './harbour.js'

const work = mkdtempSync(join(tmpdir(), 'partners-safety-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const children = Object.fromEntries(
  ['a', 'b'].map((it) => [`partnerships/${it}.yaml`, `name: Child ${it}\nstatus: active\nparent: rrp\n`]),
)
/** What a run that was killed leaves, and the next one takes away. */
const left = (root: string) => readdirSync(root).filter((it) => it.startsWith('.partners'))
/** What a register is, as its readers see it: its records, and what names another one. */
async function stateOf(root: string): Promise<string> {
  const { partnerships, organisations, problems, settings } = await readRegister(root)
  return JSON.stringify([settings, partnerships, organisations, problems])
}

/** Runs a command that is killed; true when it came to its end before. */
function killed(when: { KILL_AT: string } | { KILL_ONCE: string }, root: string, args: readonly string[]): boolean {
  const env = { PATH: process.env['PATH'] ?? '', HOME: work, ...when }
  const words = ['-r', join(import.meta.dirname, 'kill-at.cjs'), BINARY, ...args, '-r', root]
  return runProgram(process.execPath, words, { cwd: root, env }).code !== null
}

describe.each([
  ['set', ['set', 'rrp', 'status', 'ending']],
  ['new', ['new', 'Safe Haven', '--partner', 'mind']],
  ['rename', ['rename', 'rrp', 'riverside']],
  ['fix', ['fix']],
])('%s, killed at any moment', (_, args) => {
  test('leaves the register as it was, or as it should be, and the next change makes the rest', async () => {
    const more = {
      ...children,
      'organisations/icb.yaml': 'name: ICB\nkind: icb\n',
      'partnerships/d.yaml': 'name: D\nstatus: Active\nstart: 30/04/2019\nparent: rrp\n',
    }
    const before = harbour(more)
    const after = join(mkdtempSync(join(work, 'after')), 'r')
    cpSync(before, after, { recursive: true })
    expect(change(after, ...args).code).toBe(0)
    const states = [await stateOf(before), await stateOf(after)]
    let n = 0
    for (let isDone = false; !isDone;) {
      const root = join(mkdtempSync(join(work, 'r')), 'r')
      cpSync(before, root, { recursive: true })
      n += n < 12 ? 1 : 3 // the last calls of a change of several files repeat the same steps
      isDone = killed({ KILL_AT: String(n) }, root, args)
      expect(states, `killed at call ${n}`).toContain(await stateOf(root))
      await withLock(root, async () => finishChange(root))
      expect(states, `after call ${n}`).toContain(await stateOf(root))
      expect(left(root)).toEqual([])
    }
    expect(n).toBeGreaterThan(5)
  })
})

describe('two at once', () => {
  test('each change is made, one after the other', async () => {
    const root = harbour()
    const texts = ['One.', 'Two two.', 'Three.', 'Four.', 'Five.', 'Six.']
    const codes = await Promise.all(
      texts.map((text, index) => {
        const env = { PATH: process.env['PATH'] ?? '', HOME: work }
        const run = spawn(
          process.execPath,
          [BINARY, 'record', 'headline', 'rrp', '--text', text, '--id', `n${index}`, '-r', root],
          { cwd: root, env, stdio: 'ignore' },
        )
        return new Promise((resolve) => run.on('close', resolve))
      }),
    )
    expect(codes).toEqual(texts.map(() => 0))
    const text = readFileSync(join(root, 'partnerships/rrp.yaml'), 'utf8')
    for (const it of texts) expect(text).toContain(`text: ${it}`)
    expect(left(root)).toEqual([])
  })

  test('the lock of a run that was killed is taken over', () => {
    const root = harbour()
    const { pid } = spawnSync('true')
    symlinkSync(`${pid}@${hostname()}`, join(root, '.partners.lock'))
    expect(change(root, 'record', 'confirm', 'rrp').code).toBe(0)
    expect(left(root)).toEqual([])
  })
})

describe('a change that was cut off', () => {
  /** A renaming that was written down and not made. */
  function cutOff() {
    const root = harbour(children)
    const isDone = killed({ KILL_ONCE: join(root, '.partners-change.json') }, root, ['rename', 'rrp', 'riverside'])
    expect(isDone).toBe(false)
    return root
  }

  test('is read as if it were made, and said to be unfinished', () => {
    const root = cutOff()
    const { stdout, stderr } = runPartners(['show', 'riverside', '-r', root], { cwd: root })
    expect(stdout).toContain('Riverside Recovery Partnership')
    expect(stderr).toContain(
      'partners: an earlier change of this register was interrupted; it is read as if it were complete, and the next change completes it',
    )
    expect(existsSync(join(root, 'partnerships/rrp.yaml'))).toBe(true)
  })

  test('is not made over what somebody has edited since', () => {
    const root = cutOff()
    writeFileSync(join(root, 'partnerships/a.yaml'), 'name: Mine\nstatus: active\n')
    const { code, stderr } = change(root, 'record', 'confirm', 'b')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('a change was interrupted, and partnerships/a.yaml has been edited since'),
    })
    expect(readFileSync(join(root, 'partnerships/a.yaml'), 'utf8')).toContain('Mine')
  })
})

describe('what cannot be written', () => {
  const git = (root: string, ...args: string[]) =>
    spawnSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { encoding: 'utf8' })

  test('in the middle of a merge', () => {
    const root = harbour()
    git(root, 'init', '-q', '-b', 'main')
    git(root, 'add', '-A')
    git(root, 'commit', '-qm', 'first')
    git(root, 'checkout', '-qb', 'other')
    writeFileSync(join(root, 'partnerships/rrp.yaml'), RIVERSIDE.replace('8.6m', '9m'))
    git(root, 'commit', '-qam', 'other')
    git(root, 'checkout', '-q', 'main')
    writeFileSync(join(root, 'partnerships/rrp.yaml'), RIVERSIDE.replace('8.6m', '7m'))
    git(root, 'commit', '-qam', 'ours')
    git(root, 'merge', 'other')
    const conflicting = readFileSync(join(root, 'partnerships/rrp.yaml'), 'utf8')
    const { code, stderr, file } = change(root, 'set', 'mind', 'note', 'x')
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining(
        'a merge is in progress in this repository, so nothing was written; finish it with git commit, or abandon it with git merge --abort',
      ),
    })
    expect(file()).toBe(conflicting)
  })

  test('a full disk', () => {
    const full = '/dev/full'
    if (!existsSync(full)) return
    const root = harbour()
    const code = `const fs=require('node:fs');const w=fs.writeFileSync;fs.writeFileSync=(h,...a)=>{if(typeof h==='number')throw Object.assign(new Error('ENOSPC'),{code:'ENOSPC'});return w(h,...a)}`
    writeFileSync(join(work, 'full.cjs'), code)
    const env = { PATH: process.env['PATH'] ?? '', HOME: work }
    const run = spawnSync(
      process.execPath,
      ['-r', join(work, 'full.cjs'), BINARY, 'set', 'rrp', 'status', 'ending', '-r', root],
      { cwd: root, env, encoding: 'utf8' },
    )
    expect({ code: run.status, stderr: run.stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('rrp.yaml cannot be written: the disk is full'),
    })
    expect(readFileSync(join(root, 'partnerships/rrp.yaml'), 'utf8')).toBe(RIVERSIDE)
    expect(left(root)).toEqual([])
    expect(readdirSync(join(root, 'partnerships'))).toEqual(['rrp.yaml'])
  })

  test.skipIf(process.getuid?.() === 0)('a read-only file and folder (not as root)', () => {
    const root = harbour()
    chmodSync(join(root, 'partnerships/rrp.yaml'), 0o444)
    expect(change(root, 'set', 'rrp', 'status', 'ending').stderr).toContain('cannot be written: there is no permission')
    chmodSync(root, 0o555)
    expect(change(root, 'set', 'rrp', 'status', 'ending').stderr).toContain('cannot be written: there is no permission')
    chmodSync(root, 0o755)
  })
})

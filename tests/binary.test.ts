import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, runBinary, runInProcess, runProgram, type Run } from './run-partners.js'
import { tempFolder } from './source/temp-folder.js'

// What only a process of its own shows. Elsewhere commands are tested in one that stays (run-partners.ts); that both say
// the same is tested here.

type Manifest = { version: string; scripts?: Record<string, string>; devDependencies?: Record<string, string> }
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

const { version, scripts } = manifestOf(ROOT)
const PATH = process.env['PATH'] ?? ''
const WHO = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x@x', GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x@x' }
/** Runs a line in bash, from the top of the checkout. */
const bash = (line: string, env: Record<string, string> = {}): Run =>
  runProgram('bash', ['-c', line], { cwd: ROOT, env: { PATH, HOME: tmpdir(), ...env } })

/** A copy of the tool, to be damaged. */
function copyOfTool(...folders: string[]): string {
  const folder = tempFolder()
  for (const it of ['bin', 'package.json', ...folders]) cpSync(join(ROOT, it), join(folder, it), { recursive: true })
  return folder
}
const runCopy = (folder: string, args: readonly string[], ...options: string[]) =>
  runProgram(process.execPath, [...options, join(folder, 'bin', 'partners.cjs'), ...args], {
    cwd: ROOT,
    env: { PATH },
  })

describe('the launcher', () => {
  test.each(['--version', '-V'])('%s is told without the program', (option) => {
    expect(runCopy(copyOfTool(), [option])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  test('a checkout that was not built: one line, with what to do', () => {
    const { code, stdout, stderr } = runCopy(copyOfTool(), ['validate'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^partners: not built: run npm ci \(or npm run build\) in .*\n$/)
  })

  test('an old Node: one line', () => {
    const folder = copyOfTool()
    writeFileSync(
      join(folder, 'old.cjs'),
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } })`,
    )
    expect(runCopy(folder, ['validate'], '-r', join(folder, 'old.cjs'))).toEqual({
      code: 2,
      stdout: '',
      stderr: 'partners: this is Node 18.20.0; partners needs Node 20 or later\n',
    })
  })

  test('a program that cannot be loaded: one line', () => {
    const folder = copyOfTool()
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist', 'main.cjs'), 'throw new Error("half a file")')
    expect(runCopy(folder, ['validate'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'partners: the tool could not start: half a file\n',
    })
  })
})

describe('the code that the build keeps', () => {
  const usual = () => runBinary(['validate'])
  const caches = (folder: string) => readdirSync(join(folder, 'dist')).filter((it) => it.endsWith('.cache'))

  test.each<[string, (cache: string) => void]>([
    ['is not there', (cache) => rmSync(cache)],
    ['is damaged', (cache) => writeFileSync(cache, readFileSync(cache).reverse())],
    ['was cut off', (cache) => truncateSync(cache, 1000)],
  ])('%s: the program is compiled, and does the same', (_, damage) => {
    const folder = copyOfTool('dist', 'policies', 'templates')
    const [cache] = caches(folder)
    damage(join(folder, 'dist', cache!))
    expect(runCopy(folder, ['validate'])).toEqual(usual())
  })

  test('does not fit the flags of this Node: the same', () => {
    const { code, stdout } = runBinary(['validate'], { env: { NODE_OPTIONS: '--jitless' } }) // Node warns of it
    expect([code, stdout]).toEqual([usual().code, usual().stdout])
  })
})

test.each<[string[], number]>([
  [['validate'], 0],
  [['validate', '--fail-on', 'warning'], 1],
  [['validate', '--no-such-option'], 2],
  [['no-such-command'], 2],
  [['--help'], 0],
])('partners %j ends with %i', (args, code) => {
  const run = runBinary(args)
  expect(run.code).toBe(code)
  expect(run.stderr).not.toMatch(/^\s+at /m)
})

test('is the same in any time zone and locale', () => {
  const env = { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
  const args = ['validate', '--format', 'json']
  expect(runBinary(args, { env })).toEqual(runBinary(args))
})

describe('a process of its own, one that stays, and either with the careful reader, say the same', () => {
  test.each(
    [
      ['status'],
      ['validate', '--all'],
      ['validate', '-r', 'examples/ten-mistakes'],
      ['validate', '-r', 'examples/ten-mistakes', '--format', 'json', '--color'],
      ['due', '--within', '365'],
      ['list', '--format', 'csv'],
      ['show', 'omhp'],
      ['report', 'board-update', '--trace'],
      ['diff', 'examples/riverside/before', 'examples/riverside/after'],
      ['record', 'review', 'omhp', '--by', 'Board', '--dry-run', '--as-of', '2019-04-30'],
      ['policy', '--diff'],
      ['completion', 'bash'],
      ['report', '--help'],
      ['list', 'peeple'],
    ].map((words) => [words.join(' '), words] as const),
  )('partners %s', (_, words) => {
    const spawned = runBinary(words)
    expect(runInProcess(words)).toEqual(spawned)
    expect(runInProcess(words, { env: { PARTNERS_READER: 'careful' } })).toEqual(spawned)
  })
})

describe('what cannot be written', () => {
  test('a pipe that is closed ends it quietly', () => {
    const { stdout, stderr } = bash('node bin/partners.cjs validate --all 2>&1 | head -n 1')
    expect(stdout.split('\n').length).toBeLessThan(3)
    expect(stderr).toBe('')
  })

  test.each(['validate', 'list', '--version', '--help', 'report register'])(
    '%s into a full disk: one line',
    (command) => {
      const { code, stderr } = bash(`node bin/partners.cjs ${command} > /dev/full`)
      expect(stderr.split('\n')).toEqual([expect.stringMatching(/^partners: stdout cannot be written: /), ''])
      expect(code).toBe(2)
    },
  )

  test('what is wrong, where stderr is closed', () => {
    expect(bash('node bin/partners.cjs valdate 2>&-')).toEqual({ code: 2, stdout: '', stderr: '' })
  })
})

test('the published package.json: the checkout has its own again after packing', () => {
  expect(scripts).toMatchObject({
    prepack: expect.stringContaining('scripts/manifest.js publish'),
    postpack: 'node scripts/manifest.js restore',
  })
  const folder = copyOfTool('scripts')
  const manifest = (command: string) =>
    runProgram(process.execPath, ['scripts/manifest.js', command], { cwd: folder, env: {} }).code
  expect([manifest('publish'), manifestOf(folder).scripts]).toEqual([0, undefined])
  expect(manifest('publish')).toBe(1) // twice would lose the one of the checkout
  expect([manifest('restore'), manifestOf(folder)]).toEqual([0, manifestOf(ROOT)])
  expect(manifest('refuse')).toBe(1)
})

const DOCUMENTS = ['CHANGELOG.md', 'LICENSE', 'README.md', 'THIRD-PARTY.txt']
type Packed = { filename: string; files: { path: string }[] }

test('the package, installed into an empty folder, is the whole tool', () => {
  const folder = tempFolder()
  const npm = (...args: string[]) => {
    const env = { PATH, HOME: folder, npm_config_update_notifier: 'false', npm_config_offline: 'true' }
    const run = runProgram('npm', args, { cwd: folder, env })
    expect(run).toMatchObject({ code: 0 })
    return run
  }
  // what `npm pack` does, in a copy: with the bundle that is tested, and with the package.json that is published
  const source = copyOfTool('dist', 'templates', 'policies', 'schemas', 'docs', 'scripts', ...DOCUMENTS)
  expect(runProgram(process.execPath, ['scripts/manifest.js', 'publish'], { cwd: source, env: {} }).code).toBe(0)
  const [packed] = JSON.parse(npm('pack', source, '--json', '--ignore-scripts').stdout) as Packed[]
  expect(packed!.files.map(({ path }) => path)).toEqual(expect.arrayContaining(DOCUMENTS))
  writeFileSync(join(folder, 'package.json'), '{}')
  const installed = npm('install', '--no-audit', '--no-fund', `./${packed!.filename}`)
  expect(installed.stderr).toBe('') // npm warns of a package with scripts
  const manifest = manifestOf(join(folder, 'node_modules', 'partners'))
  expect([manifest.scripts, manifest.devDependencies]).toEqual([undefined, undefined])
  const folders = readdirSync(join(folder, 'node_modules')).filter((it) => !it.startsWith('.'))
  expect(folders).toEqual(['partners'])

  const bin = join(folder, 'node_modules', '.bin', 'partners')
  const partners = (...args: string[]) => runProgram(bin, args, { cwd: folder, env: { PATH, HOME: folder } })
  expect(partners('--version').stdout).toBe(`${version}\n`)
  expect(partners('init', 'ours', '--name', 'Harbour Trust', '--yes')).toMatchObject({ code: 0, stderr: '' })
  expect(existsSync(join(folder, 'ours', 'register', 'register.yaml'))).toBe(true)
  for (const args of [
    ['validate', '-r', 'ours/register'],
    ['report', 'board-update', '-r', 'ours/register', '--format', 'html'],
    ['list', '-r', 'ours/register'],
    ['explain', 'document/missing'],
    ['completion', 'zsh'],
  ])
    expect(partners(...args)).toMatchObject({ code: 0, stdout: expect.stringMatching(/\S/) })

  // a register whose package.json names the tarball: what runs before each commit is this tool, and nobody else's
  const own = join(tempFolder(), 'own')
  mkdirSync(join(own, 'tools'), { recursive: true })
  cpSync(join(folder, packed!.filename), join(own, 'tools', packed!.filename))
  const inOwn = (line: string) =>
    runProgram('bash', ['-c', line], {
      cwd: own,
      env: { PATH, HOME: folder, npm_config_offline: 'true', npm_config_update_notifier: 'false', ...WHO },
    })
  expect(inOwn('git init -q -b main')).toMatchObject({ code: 0 })
  partners('init', own, '--name', 'Harbour Trust', '--package', `./tools/${packed!.filename}`)
  const hook = /entry: (.*)/.exec(readFileSync(join(own, '.pre-commit-config.yaml'), 'utf8'))![1]!
  expect(inOwn(hook).code).not.toBe(0) // nothing is fetched that is not installed
  expect(inOwn('npm install --no-audit --no-fund')).toMatchObject({ code: 0 })
  expect(inOwn(hook)).toMatchObject({ code: 0, stdout: expect.stringContaining('new since the start (no commit yet)') })
  expect(inOwn('git add -A && git commit -qm first && git status --porcelain')).toMatchObject({ code: 0, stdout: '' })
  writeFileSync(join(own, 'register/partnerships/bad.yaml'), 'name: Bad\nstatus: aktive\n')
  expect(inOwn(hook)).toMatchObject({ code: 1, stdout: expect.stringContaining('"aktive"') })
})

import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runPartners } from './run-partners.js'
import { builtOnce, committed, git } from './source/repository.js'
import { tempFolder } from './source/temp-folder.js'

const RIVERSIDE = 'name: Riverside\nstatus: active\nkind: contract\nlead: Nobody\n'

/** A register with an error, committed on main. */
const withError = builtOnce(() => {
  const top = tempFolder({
    'register/register.yaml': 'schema: 1\norganisation: us\nroles:\n  - title: Service Manager\n',
    'register/policy.yaml': 'extends: nhs-2026\n',
    'register/organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'register/partnerships/riverside.yaml': RIVERSIDE,
  })
  committed(top)
  return top
})
const file = (top: string, id: string) => join(top, 'register', 'partnerships', `${id}.yaml`)
const since = (top: string, base: string, ...more: string[]) =>
  runPartners(['validate', '--new-since', base, '--as-of', '2026-09-30', ...more], { cwd: top })
/** What is told as new: `rule message`. */
const told = (top: string, base: string, ...more: string[]) =>
  (
    JSON.parse(since(top, base, '--format', 'json', ...more).stdout) as {
      findings: { code: string; message: string }[]
    }
  ).findings.map((it) => `${it.code} ${it.message}`)

describe('what was found before is known', () => {
  test('where nothing changed, nothing is told, and the check passes', () => {
    const top = withError()
    const { code, stdout } = since(top, 'HEAD')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^no findings new since HEAD \([0-9a-f]{8}\) in .*; \d+ known already\n/)
    expect(runPartners(['validate', '--as-of', '2026-09-30'], { cwd: top }).code).toBe(1)
  })

  test('what the change brings is told, committed or not, and fails', () => {
    const top = withError()
    writeFileSync(file(top, 'second'), 'name: Second\nstatus: aktive\n')
    expect(told(top, 'HEAD')).toContainEqual(expect.stringContaining('"aktive" is not one of the values'))
    expect(told(top, 'HEAD').join()).not.toContain('Nobody')
    expect(since(top, 'HEAD').code).toBe(1)
    committed(top)
    expect(since(top, 'HEAD').code).toBe(0)
    expect(since(top, 'HEAD^1').code).toBe(1)
  })

  test('what only the passing of days brings is never new', () => {
    const top = withError()
    appendFileSync(file(top, 'riverside'), 'end: 2027-03-31\n')
    committed(top)
    appendFileSync(file(top, 'riverside'), '# a comment\n')
    const late = ['--as-of', '2029-01-01']
    const all = JSON.parse(runPartners(['validate', '--format', 'json', ...late], { cwd: top }).stdout)
    expect(all.findings).toContainEqual(expect.objectContaining({ cause: 'time', severity: 'error' }))
    expect(told(top, 'HEAD', ...late)).toEqual([])
  })
})

describe('a record that was renamed or moved', () => {
  test.each([
    ['partners rename', (top: string) => runPartners(['rename', 'riverside', 'river', '-r', 'register'], { cwd: top })],
    ['git mv', (top: string) => git(top, 'mv', file(top, 'riverside'), file(top, 'river'))],
    [
      'moved into a folder',
      (top: string) => {
        mkdirSync(join(top, 'register/partnerships/care'))
        renameSync(file(top, 'riverside'), file(top, 'care/riverside'))
      },
    ],
  ])('by %s is the same one', (_, move) => {
    const top = withError()
    move(top)
    expect(told(top, 'HEAD')).toEqual([])
    committed(top)
    expect(told(top, 'HEAD^1')).toEqual([])
  })
})

describe('new is, too', () => {
  test('what was accepted or permitted and is no longer', () => {
    const top = withError()
    runPartners(['baseline', '-r', 'register'], { cwd: top })
    committed(top)
    expect(told(top, 'HEAD')).toEqual([])
    rmSync(join(top, 'register', 'baseline.yaml'))
    expect(told(top, 'HEAD')).toContainEqual(expect.stringContaining('"Nobody"'))
  })

  test('what has become graver', () => {
    const top = withError()
    const grave = (severity: string) =>
      appendFileSync(join(top, 'register/register.yaml'), `severities:\n  data/not-stated: ${severity}\n`)
    grave('error')
    expect(told(top, 'HEAD')).toEqual([expect.stringMatching(/^data\/not-stated /)])
    committed(top)
    const settings = join(top, 'register/register.yaml')
    writeFileSync(settings, readFileSync(settings, 'utf8').replace('not-stated: error', 'not-stated: info'))
    expect(told(top, 'HEAD')).toEqual([])
  })

  test.each(['0000000000000000000000000000000000000000', 'HEAD'])('everything, where %s is no commit yet', (base) => {
    const top = tempFolder({
      'register/register.yaml': 'schema: 1\norganisation: us\n',
      'register/partnerships/riverside.yaml': RIVERSIDE,
    })
    git(top, 'init', '-q')
    expect(since(top, base)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('new since the start (no commit yet)'),
    })
    expect(told(top, base)).toContainEqual(expect.stringContaining('Nobody'))
  })

  test('everything, where there was no register', () => {
    const top = tempFolder({ 'README.md': 'x\n' })
    committed(top)
    mkdirSync(join(top, 'register/partnerships'), { recursive: true })
    writeFileSync(join(top, 'register/register.yaml'), 'schema: 1\norganisation: us\n')
    writeFileSync(file(top, 'riverside'), RIVERSIDE)
    expect(told(top, 'HEAD')).toContainEqual(expect.stringContaining('Nobody'))
  })
})

describe('a base that cannot be read ends with 2 and the way to it', () => {
  test('in a shallow clone', () => {
    const top = withError()
    appendFileSync(file(top, 'riverside'), '# more\n')
    committed(top)
    const copy = join(tempFolder(), 'copy')
    git(top, 'clone', '-q', '--depth', '1', `file://${top}`, copy)
    const { code, stdout, stderr } = since(copy, 'HEAD^1')
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('git fetch --unshallow')
  })

  test('that is no revision, and a folder in no repository', () => {
    expect(since(withError(), 'no-such-branch')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no revision "no-such-branch"'),
    })
    const plain = tempFolder({ 'register/register.yaml': 'schema: 1\norganisation: us\n' })
    expect(since(plain, 'HEAD')).toMatchObject({ code: 2, stderr: expect.stringContaining('not in a git repository') })
  })

  test('whose register.yaml cannot be read', () => {
    const top = withError()
    const settings = join(top, 'register/register.yaml')
    const good = readFileSync(settings, 'utf8')
    writeFileSync(settings, 'roles: [\n')
    committed(top)
    writeFileSync(settings, good)
    expect(since(top, 'HEAD')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^partners: register\.yaml could not be read at HEAD \(\w+\), so what is new since/,
      ),
    })
  })
})

test('every format tells only what is new', () => {
  const top = withError()
  writeFileSync(file(top, 'second'), 'name: Second\nstatus: aktive\n')
  for (const format of ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown']) {
    const { stdout } = since(top, 'main', '--format', format)
    expect(stdout).toContain('aktive')
    expect(stdout).not.toContain('is not a role of this register')
  }
  expect(since(top, 'main', '--format', 'markdown').stdout).toMatch(
    /Only findings that are new since main \(\w+\) are listed; \d+ were there already\./,
  )
})

describe('what becomes a proposal, or a must', () => {
  const policy = (basis: string) =>
    `extends: nhs-2026\ndocuments:\n  plan:\n    title: Plan\n    when: {kind: contract}\n    held-by: partnership\n    basis: ${basis}\n    applies-from: 2026-01-01\n`
  const withPolicy = (basis: string) => {
    const top = withError()
    writeFileSync(join(top, 'register', 'policy.yaml'), policy(basis))
    committed(top)
    return top
  }
  const write = (top: string, basis: string) => writeFileSync(join(top, 'register', 'policy.yaml'), policy(basis))
  const plans = (list: readonly string[]) => list.filter((it) => it.includes('Plan'))
  const found = (top: string) =>
    (
      JSON.parse(runPartners(['validate', '--format', 'json', '--as-of', '2026-09-30'], { cwd: top }).stdout) as {
        findings: { code: string; message: string }[]
      }
    ).findings.map((it) => `${it.code} ${it.message}`)

  test('a missing document that becomes a should is known already, and a diff neither finds nor fixes it', () => {
    const top = withPolicy('ours')
    expect(plans(found(top))).toEqual([expect.stringContaining('document/missing')])
    write(top, 'proposal')
    expect(plans(found(top))).toEqual([expect.stringContaining('document/absent')])
    expect(plans(told(top, 'HEAD'))).toEqual([])
    const { findings } = JSON.parse(
      runPartners(['diff', 'HEAD', '--format', 'json', '--as-of', '2026-09-30'], { cwd: top }).stdout,
    ) as { findings: unknown }
    expect(JSON.stringify(findings)).not.toMatch(/document\/(?:absent|missing)/)
  })

  test('what becomes a must is told, as it is graver', () => {
    const top = withPolicy('proposal')
    write(top, 'ours')
    expect(plans(told(top, 'HEAD'))).toEqual([expect.stringContaining('document/missing')])
  })
})

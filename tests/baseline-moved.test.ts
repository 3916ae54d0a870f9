import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const ORCHARD = 'name: Orchard\nstatus: active\nkind: contract\n'
const made = () => {
  const root = registerOf({
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/orchard.yaml': ORCHARD,
    'partnerships/part.yaml': 'name: Part\nstatus: active\nkind: informal\nparent: orchard\nlead: A\n',
  })
  expect(runPartners(['baseline', '-r', root]).code).toBe(0)
  renameSync(join(root, 'partnerships/orchard.yaml'), join(root, 'partnerships/the-orchard.yaml'))
  return root
}
const found = (root: string) =>
  (
    JSON.parse(runPartners(['validate', '-r', root, '--format', 'json']).stdout) as {
      findings: { code: string; message: string; hint: string }[]
    }
  ).findings
const gone = (root: string) => found(root).filter((it) => it.code === 'baseline/gone')

describe('a file that was given another name by hand', () => {
  test('is reported once, with the command that updates the baseline, and that command does it', () => {
    const root = made()
    expect(gone(root)).toHaveLength(1)
    expect(gone(root)[0]!.message).toMatch(
      /^\d+ entries are for partnerships\/orchard.yaml, which does not exist; partnerships\/the-orchard.yaml has what they accept$/,
    )
    const command = /partners (rename \S+ \S+)/.exec(gone(root)[0]!.hint)![1]!
    expect(command).toBe('rename orchard the-orchard')
    expect(runPartners(['baseline', '-r', root]).stdout).toContain(`partners ${command} updates`)
    const { code, stdout } = runPartners([...command.split(' '), '-r', root])
    expect([code, stdout]).toEqual([0, expect.stringContaining('Orchard is now the-orchard, was orchard; 1 reference')])
    expect(readFileSync(join(root, 'partnerships/part.yaml'), 'utf8')).toContain('parent: the-orchard')
    expect(found(root)).toEqual([])
  })

  test('is not guessed where two could be meant, or where it has entries of its own', () => {
    const root = made()
    writeFileSync(join(root, 'partnerships/other.yaml'), ORCHARD.replace('Orchard', 'Quite another'))
    expect(gone(root).length).toBeGreaterThan(1)
    expect(gone(root).join()).not.toContain('which does not exist')
  })

  test('that names nobody is no renaming, and an id that is there is taken', () => {
    const root = made()
    const rename = (...args: string[]) => runPartners(['rename', ...args, '-r', root])
    expect(rename('nobody', 'the-orchard').code).toBe(2)
    expect(rename('part', 'the-orchard').code).toBe(2)
  })

  test('moved to another folder needs nothing', () => {
    const root = registerOf({
      'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
      'partnerships/orchard.yaml': ORCHARD,
      'partnerships/care/part.yaml': 'name: Part\nstatus: active\nkind: informal\n',
    })
    runPartners(['baseline', '-r', root])
    renameSync(join(root, 'partnerships/orchard.yaml'), join(root, 'partnerships/care/orchard.yaml'))
    expect(found(root)).toEqual([])
    expect(runPartners(['rename', 'orchard', 'the-orchard', '-r', root]).code).toBe(0)
    expect(found(root)).toEqual([]) // entries follow, although they name the folder of then
  })
})

test('--shrink leaves what only has another name, and what nobody looked for', () => {
  const root = registerOf({
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/alpha.yaml': 'name: Alpha\nstatus: active\nkind: contract\n',
  })
  const run = (...args: string[]) => runPartners([...args, '-r', root], { cwd: root })
  expect(run('baseline').code).toBe(0)
  const accepted = () => readFileSync(join(root, 'baseline.yaml'), 'utf8')
  const before = accepted()
  renameSync(join(root, 'partnerships/alpha.yaml'), join(root, 'partnerships/beta.yaml'))
  expect(run('baseline', '--shrink').stdout).toContain('partners rename')
  expect(accepted()).toBe(before)
  renameSync(join(root, 'partnerships/beta.yaml'), join(root, 'partnerships/alpha.yaml'))
  writeFileSync(join(root, 'register.yaml'), 'schema: 1\norganisation: us\nseverities:\n  data/not-stated: off\n')
  expect(run('baseline').stdout).toContain('1 of rules that are switched off')
  expect(run('baseline', '--shrink').stdout).toContain('has no entry that has been fixed')
  expect(accepted()).toBe(before)
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { registerOf } from '../make-register.js'
import { BINARY, runProgram } from '../run-partners.js'
import { tempFolder } from './temp-folder.js'

const TEXT = 'name: Alpha\nstatus: aktive\n'
const OTHER = 'name: Beta\nstatus: active\nkind: grant\n'

/** What `validate` finds in a file that another program changes when something was just done with it. */
function findings(after: 'lstatSync' | 'fstatSync', change: string) {
  const root = registerOf({ 'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n', 'partnerships/a.yaml': TEXT })
  const file = join(root, 'partnerships', 'a.yaml')
  const preload = join(tempFolder(), 'preload.cjs')
  writeFileSync(
    preload,
    `const fs = require('node:fs')
const real = { ...fs }
const file = ${JSON.stringify(file)}
let handle
let isChanged = false
fs.openSync = (path, ...rest) => {
  const opened = real.openSync(path, ...rest)
  if (path === file) handle = opened
  return opened
}
fs.${after} = (it, ...rest) => {
  const stats = real.${after}(it, ...rest)
  if ((it === file || it === handle) && !isChanged) {
    isChanged = true
    ${change}
  }
  return stats
}`,
  )
  const args = ['-r', preload, BINARY, 'validate', '-r', root, '--format', 'json', '--as-of', '2026-09-30', file]
  const { stdout, stderr } = runProgram(process.execPath, args, { cwd: root, env: { PATH: process.env['PATH'] } })
  expect(stderr).toBe('')
  const found = (JSON.parse(stdout) as { findings: { code: string; message: string; hint: string }[] }).findings
  return found.filter(({ code }) => /^(?:file|schema|syntax)\//.test(code)).map((it) => `${it.code}: ${it.message}`)
}

const CHANGED = ['file/unreadable: this was changed or removed while it was read']

test.each([
  ['grows', 'fstatSync', "real.appendFileSync(file, 'kind: grant\\n')"],
  ['shrinks', 'fstatSync', 'real.truncateSync(file, 12)'],
  ['is emptied', 'fstatSync', 'real.truncateSync(file)'],
  ['is written anew', 'fstatSync', `real.writeFileSync(file, ${JSON.stringify(OTHER)})`],
  ['vanishes', 'lstatSync', 'real.rmSync(file)'],
] as const)('a file that %s while it is read is a finding', (_, after, change) => {
  expect(findings(after, change)).toEqual(CHANGED)
})

test('a file that is replaced while it is read is read as it was, and removing it then is no matter', () => {
  const replace = `real.writeFileSync(file + '~', ${JSON.stringify(OTHER)}); real.renameSync(file + '~', file)`
  const asItWas = [expect.stringContaining('aktive')]
  expect(findings('fstatSync', replace)).toEqual(asItWas)
  expect(findings('fstatSync', 'real.rmSync(file)')).toEqual(asItWas)
})

test('a file that is replaced before it is opened is read as it is then', () => {
  expect(findings('lstatSync', `real.writeFileSync(file, ${JSON.stringify(OTHER)})`)).toEqual([])
})

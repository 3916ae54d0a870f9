import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Rule } from '../src/rules/rule.js'
import { ROOT } from './run-partners.js'

const work = mkdtempSync(join(tmpdir(), 'partners-new-rule-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
for (const path of ['src', 'tests/rules', 'package.json', '.prettierrc.json'])
  cpSync(join(ROOT, path), join(work, path), { recursive: true })
symlinkSync(join(ROOT, 'node_modules'), join(work, 'node_modules'))

const newRule = (code: string) =>
  spawnSync(process.execPath, [join(ROOT, 'scripts', 'new', 'rule.js'), code], { cwd: work, encoding: 'utf8' })

describe('npm run new:rule', () => {
  test('begins a rule of a group, one of a group of its own, and their fixtures', async () => {
    for (const code of ['document/sample-rule', 'sample-group/sample-rule']) {
      expect(newRule(code)).toMatchObject({ status: 0, stderr: '' })
      const fixture = (kind: string) =>
        readFileSync(join(work, 'tests', 'rules', code, kind, 'partnerships', 'riverside.yaml'), 'utf8')
      expect(fixture('fail')).toContain(`# expect: ${code}`)
      expect(fixture('pass')).not.toContain('expect')
    }
    const { rules } = (await import(join(work, 'src', 'rules', 'index.ts'))) as { rules: readonly Rule[] }
    const codes = rules.map(({ code }) => code)
    const ofGroup = codes.filter((it) => it.startsWith('document/'))
    expect(ofGroup).toContain('document/sample-rule')
    expect(ofGroup).toEqual(ofGroup.toSorted())
    expect(codes.at(-1)).toBe('sample-group/sample-rule')
  })

  test.each(['document/missing', 'syntax/own', 'document', 'Document/x'])('refuses %s', (code) => {
    const { status, stderr } = newRule(code)
    expect(status).toBe(2)
    expect(stderr).not.toBe('')
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtInPartials } from '../src/cli/templates.js'
import { registerOf } from './make-register.js'
import { ROOT, runPartners } from './run-partners.js'

const templates = readdirSync(join(ROOT, 'templates'))
  .filter((it) => it.endsWith('.hbs'))
  .map((it) => readFileSync(join(ROOT, 'templates', it), 'utf8'))
const FILES = {
  'partnerships/riverside.yaml': 'name: Riverside Recovery\nstatus: active\nkind: contract\nstart: 2026-04-01\n',
}

test('every built-in partial is called by a built-in template, and by no other partial', () => {
  const partials = Object.entries(builtInPartials())
  expect(partials.length).toBeGreaterThan(10)
  for (const [name, { source }] of partials) {
    expect(templates.join('')).toContain(`{{> ${name}`)
    expect(source).not.toContain('{{>')
  }
})

test('a partial of the register stands in for the built-in one of its name', () => {
  const register = registerOf({ ...FILES, 'templates/partials/term.md.hbs': 'since {{start}}{{! in a line ~}}\n' })
  const { stdout, stderr } = runPartners(['show', 'riverside', '--format', 'markdown', '-r', register])
  expect([stderr, stdout]).toEqual(['', expect.stringContaining('- **Term:** since 1 April 2026\n')])
})

test('what does not fit a built-in partial is reported where the register’s own template calls it', () => {
  const register = registerOf({ ...FILES, 'templates/risk.md.hbs': '# Risks\n\n{{> term}}\n' })
  const { stderr, code } = runPartners(['report', 'risk', '-r', register])
  expect(code).toBe(2)
  expect(stderr).toMatch(
    /templates\/risk\.md\.hbs:3:5 the built-in partial "term" cannot print what it is given here; in it "start" is not in the view/,
  )
  expect(stderr).not.toMatch(/partials|called at/)
  const { stdout } = runPartners(['validate', '-r', register, '--rule', 'report/template', '--format', 'json'])
  const { findings } = JSON.parse(stdout) as { findings: { message: string; line: number }[] }
  const message = 'the built-in partial "term" cannot print what it is given here'
  expect(findings).toEqual([expect.objectContaining({ line: 3, message })])
})

import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const register = (more = '') =>
  registerOf({
    'register.yaml': `schema: 1\norganisation: us\n${more}`,
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'policy.yaml': `extends: nhs-2026
checks:
  named-scope:
    when:
      kind: contract
    expect:
      has: scope
    message: A contract states its scope, *always*.
    why: Board decision of May 2026
  quiet:
    when:
      care: true
    expect:
      has: summary
    severity: info
`,
  })

describe('checks of an own policy', () => {
  test('are explained with what they ask, of whom, why, and where they stand', () => {
    const { code, stdout } = runPartners(['explain', 'own/named-scope', '-r', register()])
    expect(code).toBe(0)
    expect(stdout).toContain('A contract states its scope, *always*.')
    expect(stdout).toMatch(/Severity: warning\. A check of the organisation’s own, in\s+\S*policy\.yaml:4\./)
    expect(stdout).toContain('Board decision of May 2026')
    expect(stdout).toMatch(/What must hold:\s.*scope/)
  })

  test('are listed with the built-in rules, in the severity that register.yaml gives them', () => {
    const root = register('severities:\n  own/quiet: error\n')
    const { stdout } = runPartners(['rules'], { cwd: root })
    expect(stdout).toMatch(/own\/named-scope +│? *warning/)
    expect(stdout).toMatch(/own\/quiet +│? *error/)
    expect(stdout).toMatch(/\d+ rules, 2 of them from the register’s own policy/)
    const { own } = JSON.parse(runPartners(['rules', '-r', root, '--format', 'json']).stdout) as { own: object[] }
    expect(own).toMatchObject([
      { code: 'own/named-scope', severity: 'warning' },
      { code: 'own/quiet', severity: 'error' },
    ])
    expect(runPartners(['explain', '-r', root]).stdout).toMatch(/^own\/quiet$/m)
  })

  test('that are not there lead to those that are', () => {
    const root = register()
    const far = runPartners(['explain', 'own/wombat', '-r', root])
    expect(far.code).toBe(2)
    expect(far.stderr).toContain('there is no rule "own/wombat"; own checks here: own/named-scope, own/quiet')
    expect(runPartners(['explain', 'own/named-scop', '-r', root]).stderr).toContain('did you mean own/named-scope?')
  })

  test('need a register: without one only the built-in rules are told', () => {
    const nowhere = registerOf({}).replace(/[^/]+$/, '')
    const { code, stdout } = runPartners(['rules', '--format', 'json'], { cwd: nowhere })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ own: [] })
    expect(runPartners(['explain', 'own/quiet'], { cwd: nowhere }).stderr).toContain(
      'name its register with --register',
    )
    expect(runPartners(['rules', '-r', 'nowhere']).code).toBe(2)
  })

  test('of a register that cannot be opened keep nobody from the built-in rules', () => {
    const root = registerOf({ 'register.yaml': 'schema: 99\norganisation: us\n' })
    const { code, stdout, stderr } = runPartners(['rules'], { cwd: root })
    expect(code).toBe(0)
    expect(stdout).toContain('review/overdue')
    expect(stderr).toContain('own checks are left out: ')
    expect(runPartners(['explain', 'review/overdue'], { cwd: root }).code).toBe(0)
  })
})

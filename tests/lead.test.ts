import { describe, expect, test } from 'vitest'
import { registerOf } from './make-register.js'
import { runPartners } from './run-partners.js'

const register = () =>
  registerOf({
    'register.yaml': `schema: 1
organisation: us
as-of: 2026-11-30
roles:
  - title: Chief Operating Officer
    aliases: [COO]
  - title: Service Manager
audits:
  - id: contracts
    title: Contracts
    recommendations:
      - title: Sign every contract
        owner: COO
        due: 2026-10
`,
    'policy.yaml': `
tiers: { standard: { points: 0 } }
documents:
  insurance:
    title: Insurance certificate
    held-by: partner
    basis: guidance
    source: Guide to cover, 2020
    when: { kind: contract }
  agreement:
    title: Agreement
    held-by: partnership
    when: { kind: contract }
`,
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'organisations/mind.yaml': 'name: Town Mind\nkind: third-sector\n',
    'partnerships/crisis-line.yaml': `name: Crisis Line
status: active
kind: contract
lead: Service Manager
sponsor: COO
partners:
  - organisation: us
  - organisation: mind
risks:
  - title: No room
    likelihood: 4
    consequence: 4
  - title: No money
    owner: COO
    likelihood: 2
    consequence: 4
benefits:
  - title: Fewer nights in hospital
    due: 2026-06
reviews:
  - date: 2026-10-01
    by: Board
    outcome: continue
bodies:
  - id: group
    name: Steering group
    kind: group
`,
  })

const partners = (...args: string[]) => runPartners([...args, '-r', register()])

describe('show --lead', () => {
  test('shows all that one role leads or sponsors, has to do, and what may go wrong', () => {
    const { code, stdout } = partners('show', '--lead', 'service manager')
    expect(code).toBe(0)
    for (const words of ['Leads', 'Crisis Line', 'To do', 'Agreement', 'Open risks', 'No room', 'Fewer nights'])
      expect(stdout).toContain(words)
    expect(stdout).not.toContain('No money')
    expect(stdout).toContain('Service Manager leads 1 partnership')
  })

  test('knows a role by its alias, and what an audit asked of it', () => {
    const { stdout } = partners('show', '--lead', 'COO')
    expect(stdout).toContain('Sponsors')
    expect(stdout).toContain('Sign every contract')
    expect(stdout).toContain('No money')
  })

  test.each([
    [['show'], 'show what?'],
    [['show', 'crisis-line', '--lead', 'COO'], 'show what?'],
    [['show', '--lead', 'Service Manger'], 'did you mean Service Manager?'],
  ])('%j is refused', (args, words) => {
    const { code, stderr } = partners(...args)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })
})

describe('due --by partner', () => {
  test('says what each partner has to send, and keeps our own duties apart', () => {
    const { stdout } = partners('due', '--by', 'partner', '--format', 'markdown')
    const [mind, own] = stdout.split('For ourselves, or for all partners')
    expect(mind).toContain('Town Mind')
    expect(mind).toContain('Insurance certificate')
    expect(own).toContain('Agreement')
  })

  test('a duty says what it rests on', () => {
    const { stdout } = partners('due', '--format', 'json')
    const { duties } = JSON.parse(stdout) as { duties: Record<string, unknown>[] }
    expect(duties.find((it) => it['what'] === 'Insurance certificate of Town Mind')).toMatchObject({
      partner: 'mind',
      basis: 'guidance',
      source: 'Guide to cover, 2020',
    })
    expect(partners('due').stdout.replaceAll(/\s+/g, ' ')).toContain('1 document that must be there, 1 that should')
  })
})

test.each([
  ['reviews', 'Crisis Line'],
  ['benefits', 'Fewer nights in hospital'],
  ['bodies', 'Steering group'],
  ['recommendations', 'Sign every contract'],
  ['self-assessments', 'no self-assessments'],
])('list %s has what it names', (list, words) => {
  const { code, stdout } = partners('list', list, '--format', 'markdown')
  expect([code, stdout]).toEqual([0, expect.stringContaining(words)])
})

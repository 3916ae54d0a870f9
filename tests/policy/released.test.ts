import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isFromOutside } from '../../src/model/grounds.js'
import { RELEASED_POLICIES } from '../../src/model/policy.js'
import { SIGNALS } from '../../src/model/signals.js'
import { FACTS } from '../../src/model/condition.js'
import { namesFact } from '../../src/policy/conditions.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { SCREENING } from '../../src/policy/screening.js'
import { buildRegister, type Register } from '../../src/model/register.js'
import { ROOT, runPartners } from '../run-partners.js'
import { registerOf } from '../make-register.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const released = (name: string) => bytesOf(readFileSync(join(ROOT, 'policies', `${name}.yaml`), 'utf8'))

/** A register that extends a policy, among policies of these texts and the released ones. */
function extending(name: string, texts: Readonly<Record<string, string>> = {}): Register {
  const find = (it: string) => {
    if (texts[it] === undefined && !(RELEASED_POLICIES as readonly string[]).includes(it)) return undefined
    return { path: `policies/${it}.yaml`, bytes: texts[it] === undefined ? released(it) : bytesOf(texts[it]) }
  }
  const files = { 'register.yaml': 'schema: 1\norganisation: us\n', 'policy.yaml': `extends: ${name}\n` }
  return buildRegister(
    Object.entries(files).map(([path, text]) => ({ path, bytes: bytesOf(text) })),
    find,
  )!
}
const told = ({ problems }: Register) => problems.map((it) => `${it.message}; ${it.hint}`)

test('the policies that can be named are those that come with the tool', () => {
  const files = readdirSync(join(ROOT, 'policies')).map((it) => it.replace(/\.yaml$/, ''))
  expect([...RELEASED_POLICIES].sort()).toEqual(files.sort())
})

describe.each(RELEASED_POLICIES)('%s', (name) => {
  test('has no mistake, whatever it extends, and each demand of law or guidance says where and since when', () => {
    const register = extending(name)
    expect(told(register)).toEqual([])
    const entries = register.policies.flatMap(({ id, data }) =>
      Object.entries(data.documents).map(([key, it]) => [`${id} ${key}`, it] as const),
    )
    const vague = entries.filter(
      ([, it]) => isFromOutside(it.basis) && (it.source === undefined || it['applies-from'] === undefined),
    )
    expect(vague.map(([key]) => key)).toEqual([])
  })
})

test('every demand of the policies of 2026/27 says what it rests on', () => {
  const without = ['nhs-2027', 'council-2026'].flatMap((name) =>
    extending(name).policies.flatMap(({ data }) =>
      Object.entries(data.documents).filter(([, it]) => it.when !== undefined && it.basis === undefined),
    ),
  )
  expect(without.map(([id]) => id)).toEqual([])
})

describe('a policy cannot extend', () => {
  test('a later one', () => {
    expect(told(extending('nhs-2024', { 'nhs-2024': 'extends: nhs-2027\n' }))).toEqual([
      expect.stringContaining('nhs-2024 cannot extend nhs-2027, which is later'),
    ])
  })

  test('itself, or one that extends it', () => {
    expect(told(extending('a', { a: 'extends: a\n' }))).toEqual([
      expect.stringContaining('a cannot extend a, which extends it'),
    ])
    expect(told(extending('a', { a: 'extends: b\n', b: 'extends: a\n' }))).toEqual([
      expect.stringContaining('b cannot extend a, which extends it'),
    ])
  })

  test('one that does not exist, and is told which do', () => {
    const root = registerOf({
      'policy.yaml': 'extends: nhs-2028\n',
      'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    })
    expect(runPartners(['validate', '-r', root]).stdout).toContain('there is no policy "nhs-2028" to extend')
    expect(runPartners(['validate', '-r', root]).stdout).toContain('with this release come')
  })
})

test('law is required from its day, and a paper of an earlier day says that it is not counted', () => {
  const root = registerOf({
    'policy.yaml': `
documents:
  assessment:
    title: Modern slavery assessment
    held-by: partnership
    basis: regulation
    source: SI 2025/1212
    applies-from: 2026-05-17
    when: { kind: contract }
  plan:
    title: Exit plan
    held-by: partnership
    basis: proposal
    when: { kind: contract }
`,
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/a.yaml': 'name: A\nstatus: active\nkind: contract\n',
  })
  const at = (day: string) => runPartners(['report', 'documents', '--as-of', day, '-r', root]).stdout
  expect(at('2026-05-16')).not.toContain('Modern slavery assessment')
  expect(at('2026-05-16')).toContain('1 demand of the policy that came into force after 16 May 2026 is not counted')
  expect(at('2026-05-16')).toContain('Exit plan')
  expect(at('2026-05-17')).toContain('| Modern slavery assessment | must: regulations |')
  expect(at('2026-05-17')).not.toContain('is not counted')
})

test('exceptions and baselines of the old codes cover what is now only advised', () => {
  const files = {
    'policy.yaml':
      'documents:\n  plan:\n    title: Exit plan\n    held-by: partnership\n    basis: proposal\n    when: { kind: contract }\n',
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/a.yaml': 'name: A\nstatus: active\nkind: contract\n',
  }
  const codes = (more: Readonly<Record<string, string>>) =>
    runPartners(['validate', '--as-of', '2026-11-30', '--format', 'markdown', '-r', registerOf({ ...files, ...more })])
      .stdout
  expect(codes({})).toContain('document/absent')
  const exception =
    'exceptions:\n  - rule: document/missing\n    about: plan\n    reason: It is being written.\n    by: Board\n    until: 2027-01-01\n'
  const excepted = codes({ 'partnerships/a.yaml': `${files['partnerships/a.yaml']}${exception}` })
  expect(excepted).not.toContain('document/absent')
  expect(excepted).not.toContain('exception/unused')
  const baseline =
    'schema: 1\naccepted:\n  - file: partnerships/a.yaml\n    rule: document/missing\n    at: documents\n    key: plan\n'
  const accepted = codes({ 'baseline.yaml': baseline })
  expect(accepted).not.toContain('document/absent')
  expect(accepted).not.toContain('baseline/gone')
  const silenced = codes({ 'register.yaml': 'schema: 1\norganisation: us\nseverities:\n  document/missing: off\n' })
  expect(silenced).not.toContain('document/absent')
})

test('the first of what is made every three months is missed three months after the start, not before', () => {
  const root = registerOf({
    'policy.yaml':
      'documents:\n  return:\n    title: Quarterly return\n    held-by: partnership\n    every: 3 months\n    when: { kind: section-75 }\n',
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/a.yaml': 'name: A\nstatus: active\nkind: section-75\nstart: 2026-04-01\n',
  })
  const at = (day: string) => runPartners(['report', 'documents', '--as-of', day, '-r', root]).stdout
  expect(at('2026-04-15')).not.toContain('Quarterly return')
  expect(at('2026-08-15')).toContain('Quarterly return')
})

test('a grant is no purchase, so no procurement record is asked for', () => {
  const root = registerOf({
    'policy.yaml':
      'documents:\n  record:\n    title: Procurement record\n    held-by: partnership\n    when:\n      procurement: [waiver, competitive]\n',
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/a.yaml': 'name: A\nstatus: active\nkind: grant\n',
    'partnerships/b.yaml': 'name: B\nstatus: active\nkind: contract\n',
  })
  const asked = (id: string) => runPartners(['ask', id, '-r', root]).stdout
  expect(asked('a')).not.toContain('Procurement record')
  expect(asked('b')).toContain('Procurement record')
})

describe('a return for a year that ends on 30 June counts until the end of the next one', () => {
  test.each([
    ['2026-04-10', '2027-06-30'],
    ['2026-06-30', '2027-06-30'],
    ['2026-07-15', '2027-06-30'],
    ['2026', '2027-06-30'],
    ['2027-02-01', '2028-06-30'],
  ])('published %s: until %s', (signed, until) => {
    const root = registerOf({
      'policy.yaml':
        "documents:\n  toolkit:\n    title: Toolkit\n    held-by: partnership\n    year-end: '06-30'\n    when: { kind: contract }\n",
      'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
      'partnerships/a.yaml': `name: A\nstatus: active\nkind: contract\ndocuments:\n  - type: toolkit\n    signed: ${signed}\n`,
    })
    const { stdout } = runPartners(['list', 'documents', '--as-of', '2027-03-01', '--format', 'csv', '-r', root])
    expect(stdout).toContain(until)
  })
})

describe('the value over its whole life', () => {
  const isOver = (threshold: string, fields: string) => {
    const root = registerOf({
      'policy.yaml': `documents:\n  record:\n    title: Record\n    held-by: partnership\n    when: { whole-life-value: { at-least: ${threshold} } }\n`,
      'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
      'partnerships/a.yaml': `name: A\nstatus: active\nkind: contract\n${fields}`,
    })
    const { rows } = JSON.parse(
      runPartners(['list', 'documents', '--as-of', '2026-11-30', '--format', 'json', '-r', root]).stdout,
    ) as { rows: { state: string }[] }
    return rows.map((it) => it.state)
  }
  const TERM = 'start: 2025-04-01\nend: 2030-03-31\n'
  test.each([
    ['6.5m', `${TERM}value:\n  amount: 1.3m\n  per: total\n  period: 2025-04-01/2026-03-31\n`, ['missing']],
    ['6.6m', `${TERM}value:\n  amount: 1.3m\n  per: total\n  period: 2025-04-01/2026-03-31\n`, []],
    ['6.5m', `${TERM}value:\n  amount: 1.3m\n  per: year\n`, ['missing']],
    ['9.1m', `${TERM}extendable-to: 2032-03-31\nvalue:\n  amount: 1.3m\n  per: year\n`, ['missing']],
    ['6.5m', `${TERM}extendable-to: 2026-03-31\nvalue:\n  amount: 1.3m\n  per: year\n`, ['missing']],
    ['1', 'end: none\nvalue:\n  amount: nil\n', []],
    ['1m', 'start: 2025-04-01\nvalue:\n  amount: 2m\n  per: year\n', ['perhaps-needed']],
  ])('at least %s of %j: %j', (threshold, fields, states) => {
    expect(isOver(threshold, fields)).toEqual(states)
  })
})

test('a contract that must be there is not lost in an agreement that only should be', () => {
  const root = registerOf({
    'policy.yaml': `
documents:
  agreement:
    title: Contract
    held-by: partnership
    basis: ours
    satisfied-by: [collaboration]
    when: { kind: contract }
  collaboration:
    title: Collaborative working agreement
    held-by: partnership
    basis: proposal
    when: { kind: contract }
`,
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/a.yaml': 'name: A\nstatus: active\nkind: contract\n',
  })
  const { stdout } = runPartners(['validate', '--format', 'markdown', '-r', root])
  expect(stdout).toContain('document/missing')
  expect(stdout).toContain('document/absent')
})

test('every fact on which a document of the policies of 2026/27 depends is asked for, or known', () => {
  const known = ['information-level', 'status', 'tier', 'partner-register']
  const asked = new Set<string>([...SCREENING.flatMap((it) => it.facts), ...known])
  const conditions = ['nhs-2027', 'council-2026'].flatMap((name) =>
    extending(name).policies.flatMap(({ data }) => Object.values(data.documents).flatMap((it) => it.when ?? [])),
  )
  const facts = (Object.keys(FACTS) as (keyof typeof FACTS)[]).filter((fact) =>
    conditions.some((it) => namesFact(it, fact)),
  )
  expect(facts.length).toBeGreaterThan(10)
  expect(facts.filter((it) => !asked.has(it))).toEqual([])
})

test('what the Board paper alerts to, advises of and assures by is the same without a word in the policy', () => {
  const { policy } = answerPolicy(extending('nhs-2027'), '2026-11-30')
  const usual = Object.fromEntries(Object.entries(SIGNALS).map(([name, it]) => [name, it.usual]))
  expect(policy.single('signals')).toEqual(usual)
  expect(answerPolicy(extending('nhs-2026'), '2026-11-30').policy.single('signals')).toBe(undefined)
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedFindings, inWhole } from '../src/diff/consequences/findings.js'
import { syntaxErrors } from '../src/document/syntax-errors.js'
import { RecordStore } from '../src/model/record-store.js'
import { buildRegister, type Register } from '../src/model/register.js'
import { answerPolicy } from '../src/policy/answers.js'
import { checkRegister, type Finding } from '../src/rules/check.js'
import { focusOf, isSameGround, touched, type Focus } from '../src/rules/depends-on.js'
import { rules } from '../src/rules/index.js'
import { valueOf, type Checked, type RuleFinding } from '../src/rules/rule.js'
import { packagePolicy } from '../src/source/package-files.js'
import { sha256 } from '../src/source/sha256.js'
import { reviewStatuses } from '../src/stamps/review-status.js'
import { stampOf } from '../src/stamps/stamp.js'
import { edited, partnership, someEdits, someFiles, sourcesOf, type Files } from './random-register.js'
import { stampLines } from './stamps/stamped.js'

const asOf = '2026-09-30'
const ofPartnerships = rules.filter((it) => it.kind === 'partnership')
const ofRecords = rules.filter((it) => it.kind === 'record')

/** Two states of a register, read into one store. */
function states(before: Files, after: Files): [Register, Register] {
  const store = new RecordStore()
  const read = (files: Files) => buildRegister(sourcesOf(files), packagePolicy, { explain: syntaxErrors, store })!
  return [read(before), read(after)]
}

function checkedOf(register: Register): Checked {
  const policy = answerPolicy(register, asOf)
  return { register, policy, asOf, reviewStatuses: reviewStatuses({ register, policy, hash: sha256 }) }
}

/** The files with a stamp of all that is there in each review, where it can be made. */
function stamped(files: Files): Files {
  const [register] = states(files, {})
  const policy = answerPolicy(register, asOf)
  const written = register.partnerships.flatMap((it) => {
    try {
      const lines = stampLines(stampOf(it, { register, policy, hash: sha256 }))
      const text = files[it.file]!.replace(/reviews:\n(?: {2}- date: .*\n)+/, (all) =>
        all.replace(/ {2}- .*\n/g, (review) => review + lines),
      )
      return [[it.file, text] as const]
    } catch {
      return [] // it could not be read in full
    }
  })
  return { ...files, ...Object.fromEntries(written) }
}

/** What the rules of one partnership find, by partnership. */
function findingsById(checked: Checked): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const partnership of checked.register.partnerships) {
    const texts = ofPartnerships.flatMap((rule) =>
      Array.from(rule.check(partnership, checked), (it) => textOfRuleFinding(rule.code, it)),
    )
    found.set(partnership.id, [...(found.get(partnership.id) ?? []), ...texts])
  }
  return found
}

const textOf = (code: string, { at, message, hint, key, because, related }: Partial<Finding>) =>
  JSON.stringify({ code, at, message, hint, key, because, related })
const textOfRuleFinding = (code: string, { message, hint, because, ...rest }: RuleFinding) =>
  textOf(code, { ...rest, message: valueOf(message), hint: valueOf(hint), because: valueOf(because) ?? [] })

/** What the rules of one record find, by record: one object as long as the file stays the same. */
function findingsByRecord(checked: Checked): Map<object, string[]> {
  const { partnerships, organisations, updates, settings } = checked.register
  const records = { partnership: partnerships, organisation: organisations, update: updates, register: [settings] }
  const found = new Map<object, string[]>()
  for (const rule of ofRecords)
    for (const kind of rule.records)
      for (const record of records[kind]) {
        const texts = Array.from(rule.check(record, checked), (it) => textOfRuleFinding(rule.code, it))
        found.set(record, [...(found.get(record) ?? []), ...texts])
      }
  return found
}

test('a rule of one record finds the same in it, whatever else of the register changes', () => {
  let [spared, findings] = [0, 0]
  fc.assert(
    fc.property(someFiles, someEdits, (files, edits) => {
      const [before, after] = states(files, edited(files, edits))
      if (!isSameGround(before, after)) return
      const [was, is] = [findingsByRecord(checkedOf(before)), findingsByRecord(checkedOf(after))]
      for (const [record, texts] of is) {
        const earlier = was.get(record)
        if (earlier === undefined) continue
        spared++
        findings += texts.length
        expect(texts).toEqual(earlier)
      }
    }),
    { numRuns: 150 },
  )
  expect(spared).toBeGreaterThan(100)
  expect(findings).toBeGreaterThan(20)
})

/** Files that can be read in full, and some partnerships of them with other contents, but the same names. */
const withSameNames = fc.tuple(someFiles, fc.array(partnership, { minLength: 1, maxLength: 3 })).map(([all, texts]) => {
  const [{ unreadable }] = states(all, {})
  const files = Object.fromEntries(Object.entries(all).filter(([file]) => !unreadable.some((it) => it.file === file)))
  const own = Object.keys(files).filter((it) => it.startsWith('partnerships/'))
  const changes = own.slice(0, texts.length).map((file, index) => {
    const name = /^name: .*$/m.exec(files[file]!)?.[0] ?? 'name: Alpha'
    return [file, texts[index]!.replace(/^name: .*$/m, name)] as const
  })
  return states(files, { ...files, ...Object.fromEntries(changes) })
})

test('where the same is there to be named, what differs is told by the references of records that changed', () => {
  let spared = 0
  fc.assert(
    fc.property(withSameNames, (both) => {
      const focus = focusOf(...both)
      if (focus.areNamesSame && both[1].partnerships.some((it) => !focus.records.has(it))) spared++
      expect(comparedTexts(both, focus)).toEqual(comparedTexts(both))
    }),
    { numRuns: 300 },
  )
  expect(spared).toBeGreaterThan(10)
})

test('a name that is no longer given to anything is told where it is used, although that record did not change', () => {
  const files = {
    'register.yaml': 'schema: 1\norganisation: us\n',
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'organisations/mind.yaml': 'name: Mind\nkind: third-sector\naliases:\n  - Friends\n',
    'partnerships/a.yaml': 'name: A\nstatus: active\nparent: b\npartners:\n  - organisation: mind\n',
    'partnerships/b.yaml': 'name: B\nstatus: active\nbodies:\n  - id: board\n    name: Joint board\n',
    'partnerships/c.yaml': 'name: C\nstatus: active\nparent: friends\npartners:\n  - organisation: friends\n',
  }
  const changes: [string, string | undefined][] = [
    ['organisations/mind.yaml', undefined],
    ['organisations/mind.yaml', 'name: Mind\nkind: third-sector\n'],
    ['organisations/mind.yaml', 'name: Mind\nkind: company\naliases:\n  - Friends\n'],
    ['organisations/mind.yaml', '['],
    ['partnerships/b.yaml', undefined],
    ['partnerships/b.yaml', 'name: B\nstatus: active\n'],
    ['partnerships/b.yaml', 'name: B\nstatus: ended\nbodies:\n  - id: board\n    name: Joint board\n'],
  ]
  const areSame = changes.map(([file, text]) => {
    const { [file]: _, ...others } = files as Files
    const both = states(files, text === undefined ? others : { ...others, [file]: text })
    const focus = focusOf(...both)
    expect(comparedTexts(both, focus)).toEqual(comparedTexts(both))
    return focus.areNamesSame
  })
  expect(areSame).toEqual([false, false, true, false, false, false, true])
})

test('where nothing is touched that it depends on, no rule of one partnership says anything else', () => {
  let spared = 0
  fc.assert(
    fc.property(someFiles, someEdits, (plain, edits) => {
      const files = stamped(plain)
      const [before, after] = states(files, edited(files, edits))
      const ids = touched(before, after)
      const [was, is] = [findingsById(checkedOf(before)), findingsById(checkedOf(after))]
      for (const id of new Set([...was.keys(), ...is.keys()])) {
        if (was.get(id)?.some((it) => /review\/(?:suspect|changed)/.test(it))) throw new Error('nothing changed yet')
        if (ids.has(id)) continue
        spared++
        expect(is.get(id)).toEqual(was.get(id))
      }
    }),
    { numRuns: 150 },
  )
  expect(spared).toBeGreaterThan(50) // some 120 usually
})

test('a stamped review comes into doubt by what a partnership is known to depend on, and by nothing else', () => {
  const files = stamped({
    'register.yaml': 'schema: 1\norganisation: us\n',
    'policy.yaml': 'extends: nhs-2026\n',
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'organisations/mind.yaml': 'name: Mind\nkind: third-sector\n',
    'organisations/other.yaml': 'name: Other\nkind: third-sector\n',
    'partnerships/a.yaml':
      'name: A\nstatus: active\nparent: b\npartners:\n  - organisation: us\n  - organisation: mind\nreviews:\n  - date: 2026-01-15\n',
    'partnerships/b.yaml': 'name: B\nstatus: active\n',
    'partnerships/c.yaml': 'name: C\nstatus: active\nparent: a\npartners:\n  - organisation: other\n',
  })
  const after = (file: string, text: string) => {
    const [before, now] = states(files, { ...files, [file]: text })
    const isDoubted = findingsById(checkedOf(now))
      .get('a')!
      .some((it) => it.includes('"review/suspect"'))
    return [touched(before, now).has('a'), isDoubted]
  }
  expect(after('organisations/mind.yaml', 'name: Mind\nkind: company\n')).toEqual([true, true])
  expect(after('partnerships/b.yaml', 'name: B\nstatus: ending\n')).toEqual([true, true])
  const floor = 'extends: nhs-2026\nfloors:\n  all:\n    when:\n      status: active\n    tier: major\n'
  expect(after('policy.yaml', floor)).toEqual([true, true])
  expect(after('organisations/mind.yaml', 'name: Mind\nkind: third-sector\nnote: Moved.\n')).toEqual([true, false])
  expect(after('organisations/us.yaml', 'name: Us\nkind: company\n')).toEqual([true, false])
  expect(after('organisations/other.yaml', 'name: Other\nkind: company\n')).toEqual([false, false])
  expect(after('partnerships/c.yaml', 'name: C\nstatus: ending\nparent: a\n')).toEqual([false, false])
})

/** How the findings of two states differ, by what was compared; all of it unless a focus is given. */
function comparedTexts([before, after]: [Register, Register], focus?: Focus) {
  const of = (register: Register) => {
    const checked = checkedOf(register)
    return { ...checked, check: checkRegister(checked, rules, focus) }
  }
  const parts = Object.entries(comparedFindings(of(before), of(after), new Map()))
  return parts.map(([part, all]) => [part, (all as Finding[]).map((it) => textOf(it.code, it))])
}

test('how the findings of two states differ is told by those of what is touched', () => {
  fc.assert(
    fc.property(someFiles, someEdits, (plain, edits) => {
      const files = stamped(plain)
      const both = states(files, edited(files, edits))
      expect(comparedTexts(both, focusOf(...both))).toEqual(comparedTexts(both))
    }),
    { numRuns: 100 },
  )
})

test('what an entry of the baseline accepts is told, although its partnership did not change', () => {
  const files = {
    'register.yaml': 'schema: 1\norganisation: us\n',
    'partnerships/a.yaml': 'name: A\nstatus: active\n',
    'partnerships/b.yaml': 'name: B\nstatus: active\n',
  }
  const entry = '  - file: partnerships/a.yaml\n    rule: lead/missing\n    at: lead\n'
  const both = states(files, { ...files, 'baseline.yaml': `schema: 1\naccepted:\n${entry}` })
  const told = comparedTexts(both, focusOf(...both))
  expect(told).toEqual(comparedTexts(both))
  expect(told.flatMap(([part, all]) => (part === 'silenced' ? all : []))).toHaveLength(1)
})

test('an exception that one state has alone brings no findings about partners of other partnerships', () => {
  const running = 'status: active\nkind: contract\nvalue:\n  amount: 2m\n  per: year\n'
  const files = {
    'register.yaml': 'schema: 1\norganisation: us\n',
    'policy.yaml': 'extends: nhs-2026\n',
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'organisations/mind.yaml': 'name: Mind\nkind: third-sector\n',
    'organisations/other.yaml': 'name: Other\nkind: company\n',
    'partnerships/a.yaml': `name: A\n${running}partners:\n  - organisation: mind\n`,
    'partnerships/b.yaml': `name: B\n${running}partners:\n  - organisation: mind\n  - organisation: other\n`,
  }
  const exception = 'exceptions:\n  - rule: document/missing\n    reason: R\n    by: Board\n    until: 2027-01-01\n'
  const both = states(files, { ...files, 'partnerships/a.yaml': files['partnerships/a.yaml'] + exception })
  expect(comparedTexts(both, focusOf(...both))).toEqual(comparedTexts(both))
})

test('what a run of a part finds is found again among all findings', () => {
  fc.assert(
    fc.property(someFiles, someEdits, (files, edits) => {
      const [before, after] = states(files, edited(files, edits))
      const checked = checkedOf(after)
      const whole = { ...checked, check: checkRegister(checked, rules) }
      const part = { ...checked, check: checkRegister(checked, rules, focusOf(before, after)) }
      const known = new Map(part.check.findings.map((it) => [textOf(it.code, it), it]))
      const meant = whole.check.findings.filter((it) => known.has(textOf(it.code, it)))
      expect([...inWhole([...known.values()], part, whole)]).toEqual(expect.arrayContaining(meant))
    }),
    { numRuns: 50 },
  )
})

/** Some partnerships for rules of one, and all records for the others. */
const lookingAt = ({ partnerships, organisations, updates, settings }: Register, ids: ReadonlySet<string>): Focus => ({
  records: new Set<object>([...partnerships, ...organisations, ...updates, settings]),
  partnerships: ids,
  sharing: new Set(partnerships.map((it) => it.id)),
  organisations: new Set(organisations.map((it) => it.id)),
  isSilenced: true,
  areNamesSame: true,
})

test('a run that looks at some partnerships finds what a whole run finds of them, and all of the whole register', () => {
  const codes = new Set(ofPartnerships.map((it) => it.code))
  const isOfPartnership = ({ code }: Finding) => codes.has(code) || code.startsWith('own/')
  const isLast = ({ code }: Finding) => rules.some((it) => it.code === code && it.kind === 'run')
  fc.assert(
    fc.property(someFiles, fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e')), (files, chosen) => {
      const [register] = states(files, {})
      const focus = new Set(chosen)
      const looked = new Set(register.partnerships.filter((it) => focus.has(it.id)).map((it) => it.file))
      const all = checkRegister(checkedOf(register), rules)
      const some = checkRegister(checkedOf(register), rules, lookingAt(register, focus))
      const text = (it: Finding) => textOf(it.code, it)
      for (const part of ['findings', 'permitted', 'accepted'] as const) {
        const wanted = all[part].filter((it) => !isLast(it) && (!isOfPartnership(it) || looked.has(it.at.file)))
        expect(some[part].filter((it) => !isLast(it)).map(text)).toEqual(wanted.map(text))
      }
      const last = all.findings.filter(isLast).map(text)
      expect(last).toEqual(expect.arrayContaining(some.findings.filter(isLast).map(text)))
    }),
    { numRuns: 80 },
  )
})

test('an exception and a baseline entry that a run did not look for are not called left over', () => {
  const exception = 'exceptions:\n  - rule: lead/missing\n    reason: R\n    by: Board\n    until: 2027-01-01\n'
  const files = {
    'register.yaml': 'schema: 1\norganisation: us\n',
    'policy.yaml': 'extends: nhs-2026\n',
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/a.yaml': `name: A\nstatus: active\n${exception}`,
    'partnerships/b.yaml': `name: B\nstatus: active\nlead: Director\n${exception}`,
    'baseline.yaml':
      'schema: 1\naccepted:\n  - file: partnerships/a.yaml\n    rule: sponsor/missing\n    at: sponsor\n  - file: partnerships/b.yaml\n    rule: partnership/past-end\n',
  }
  const checked = checkedOf(states(files, {})[0])
  const last = (ids?: Set<string>) =>
    checkRegister(checked, rules, ids && lookingAt(checked.register, ids))
      .findings.filter(({ code }) => ['exception/unused', 'baseline/gone'].includes(code))
      .map(({ code, at }) => `${code} ${at.file} ${'path' in at ? at.path.join('.') : ''}`)
  const leftOver = ['exception/unused partnerships/b.yaml exceptions.0.rule', 'baseline/gone baseline.yaml accepted.1']
  expect(last().sort()).toEqual(leftOver.toSorted())
  expect(last(new Set(['b'])).sort()).toEqual(leftOver.toSorted())
  expect(last(new Set(['a']))).toEqual([])
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { syntaxErrors } from '../../src/document/syntax-errors.js'
import { RecordStore } from '../../src/model/record-store.js'
import { buildRegister } from '../../src/model/register.js'
import { locateFindings, Locator } from '../../src/output/located.js'
import { answerPolicy } from '../../src/policy/answers.js'
import { checkRegister } from '../../src/rules/check.js'
import { rules } from '../../src/rules/index.js'
import { packagePolicy } from '../../src/source/package-files.js'
import { edited, someEdits, someFiles, sourcesOf, type Files } from '../random-register.js'

const read = (files: Files, store?: RecordStore) =>
  buildRegister(sourcesOf(files), packagePolicy, { explain: syntaxErrors, store })!

/** Every finding with its place. */
function found(files: Files, store?: RecordStore): unknown {
  const register = read(files, store)
  const asOf = '2026-09-30'
  const { findings, permitted } = checkRegister({ register, policy: answerPolicy(register, asOf), asOf }, rules)
  const locate = (all: typeof findings) => locateFindings(all, new Locator(register, (file) => file), (text) => text)
  return { findings: locate(findings), permitted: locate(permitted), unreadable: register.unreadable }
}

test('what is found of states that share a store is what is found of each by itself', () => {
  fc.assert(
    fc.property(someFiles, fc.array(someEdits, { maxLength: 3 }), (files, edits) => {
      const store = new RecordStore()
      let now = files
      for (const edit of [undefined, ...edits]) {
        if (edit !== undefined) now = edited(now, edit)
        expect(found(now, store)).toEqual(found(now))
      }
    }),
    { numRuns: 60 },
  )
})

const FILES: Files = {
  'register.yaml': 'schema: 1\norganisation: us\n',
  'policy.yaml': 'extends: nhs-2026\n',
  'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
  'partnerships/a.yaml': 'name: A\nstatus: active\nstart: 3/4/2019\n',
  'partnerships/b.yaml': 'name: B\nstatus: active\nstart: 2018/19\n',
}

/** Which records are the very same in two states. */
function shared(before: Files, after: Files): string[] {
  const store = new RecordStore()
  const [one, other] = [read(before, store), read(after, store)]
  const all = ({ settings, policies, organisations, partnerships }: typeof one) =>
    [settings, ...policies, ...organisations, ...partnerships] as readonly { readonly file: string }[]
  const known = new Set(all(one))
  return all(other).flatMap((it) => (known.has(it) ? it.file : []))
}

test('what has the same bytes in two states is one and the same record', () => {
  const all = [...Object.keys(FILES), 'policies/nhs-2026.yaml'].sort()
  const but = (...files: string[]) => all.filter((it) => !files.includes(it))
  const a = 'partnerships/a.yaml'
  expect(shared(FILES, { ...FILES }).sort()).toEqual(all)
  expect(shared(FILES, { ...FILES, [a]: `${FILES[a]}# a comment\n` }).sort()).toEqual(but(a))
  expect(shared(FILES, { ...FILES, [a]: FILES['partnerships/b.yaml']! }).sort()).toEqual(but(a))
})

test('a record is another one where register.yaml has it read in another way', () => {
  const settings = (line: string) => ({ ...FILES, 'register.yaml': `${FILES['register.yaml']}${line}\n` })
  for (const line of ['day-order: day-first', 'financial-year-start: 08-01'])
    expect(shared(FILES, settings(line))).toEqual([])
  const start = (files: Files) => read(files).partnerships.map((it) => it.start)
  expect(start(settings('day-order: day-first'))).not.toEqual(start(FILES))
  expect(start(settings('financial-year-start: 08-01'))).not.toEqual(start(FILES))
})

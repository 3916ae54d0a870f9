import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decode, encodeLike } from '../../src/document/decode.js'
import { layOut } from '../../src/model/layout.js'
import { type Plain, toPlain } from '../../src/model/plain.js'
import { parsedTree, type RecordSource } from '../../src/model/read-tree.js'
import type { RecordKind } from '../../src/model/record-kinds.js'
import { kindOf } from '../../src/model/record-schemas.js'

const source = (text: string, file = 'partnerships/rrp.yaml', kind: RecordKind = 'partnership'): RecordSource => ({
  file,
  kind,
  bytes: new TextEncoder().encode(text),
})
const textOf = (record: RecordSource): string => {
  const result = layOut(record)
  if ('message' in result) throw new Error(result.message)
  return result.text
}

test('keys come in the order of the catalogue, at every depth', () => {
  const before =
    'status: active\nname: A\npartners:\n- roles: [lead]\n  organisation: b\nvalue: {per: year, amount: 2m}\n'
  expect(layOut(source(before))).toEqual({
    text: 'name: A\nstatus: active\nvalue:\n  amount: 2m\n  per: year\npartners:\n  - organisation: b\n    roles: [lead]\n',
    isChanged: true,
  })
})

test('ids and reasons keep the order in which somebody wrote them', () => {
  const text = 'name: A\nstatus: active\nunknown:\n  value: Not stated.\n  lead: Not named.\n'
  expect(layOut(source(text))).toEqual({ text, isChanged: false })
  const policy =
    'extends: nhs-2026\ndocuments:\n  z:\n    title: Z\n    when:\n      kind: contract\n      care: true\n  a:\n    title: A\n'
  expect(layOut(source(policy, 'policy.yaml', 'policy'))).toEqual({ text: policy, isChanged: false })
})

test('of a markdown record only the front matter changes', () => {
  const body = '---\r\n\r\n\r\n## Rationale   \r\n\r\n-   one  \n\r\n\r\n'
  const before = `---  \r\nstatus: active\r\nname:  A\r\n${body}`
  expect(textOf(source(before, 'partnerships/a.md'))).toBe(`---  \r\nname: A\r\nstatus: active\r\n${body}`)
})

test('a byte order mark is put back', () => {
  const record = source('\uFEFFstatus: active\nname: A\n')
  const { text } = layOut(record) as { text: string }
  expect(text).toBe('name: A\nstatus: active\n')
  expect(Buffer.from(encodeLike(text, record.bytes)).toString()).toBe('\uFEFFname: A\nstatus: active\n')
})

test('what is in the way is told with its place in the file', () => {
  const at = (file: string, start: number, end: number) => ({ at: { file, start, end } })
  expect(layOut(source('---\nname: *a\n---\n', 'partnerships/a.md'))).toMatchObject(at('partnerships/a.md', 10, 12))
  expect(layOut(source('no front matter', 'partnerships/a.md'))).toMatchObject(at('partnerships/a.md', 0, 0))
  expect(layOut(source('name: a\u0007b'))).toMatchObject(at('partnerships/rrp.yaml', 7, 8))
  expect(layOut({ ...source(''), bytes: new Uint8Array([0xff, 0xfe, 0x20]) })).toMatchObject({
    message: 'this file is UTF-16, not UTF-8',
  })
})

const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .sort()

const ROOTS = ['register', 'policies', ...readdirSync('examples').map((it) => `examples/${it}`)]
const RECORDS = ROOTS.flatMap((root) =>
  (readdirSync(root, { recursive: true }) as string[]).flatMap((path) => {
    const file = path.replace(/^(?:before|after)\//, '')
    const kind = kindOf(root === 'policies' ? `policies/${file}` : file)
    return kind === undefined || !/\.(?:yaml|md)$/.test(file) ? [] : [{ path: `${root}/${path}`, file, kind }]
  }),
)

test.each(RECORDS)('$path reads the same when it is laid out', ({ path, file, kind }) => {
  const record = { file, kind, bytes: readFileSync(path) }
  const text = textOf(record)
  const bytes = encodeLike(text, record.bytes)
  const values = (of: RecordSource): Plain => toPlain(file, parsedTree(of)!, [])
  expect(values({ ...record, bytes })).toEqual(values(record))
  // a released policy is never changed, and has maps in { }; elsewhere only the order of lines may be another one
  const before = kind === 'policy' ? text : decode(record.bytes).text
  expect(linesOf(text)).toEqual(linesOf(before))
  expect(layOut({ ...record, bytes })).toEqual({ text, isChanged: false })
})

test('all records of the register and the examples were looked at', () => {
  expect(RECORDS.length).toBeGreaterThan(100)
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TreeEdit } from '../../src/document/edit.js'
import { edited, heldIn, holdsSame } from '../../src/document/edited-value.js'
import { editedBytes } from '../../src/model/edit-record.js'
import { readRecord, type ReadRecord } from '../../src/model/read-record.js'
import { parsedTree, type RecordSource } from '../../src/model/read-tree.js'
import { partnership } from '../random-register.js'

const sourceOf = (file: string, text: string): RecordSource => ({
  file,
  bytes: new TextEncoder().encode(text),
  kind: 'partnership',
})
const readOf = (source: RecordSource) => readRecord(source, () => []) as ReadRecord

/** Edits as commands make them. */
const edit: fc.Arbitrary<TreeEdit> = fc.oneof(
  fc.record({
    op: fc.constant('set' as const),
    path: fc.constantFrom(
      ['name'],
      ['status'],
      ['lead'],
      ['summary'],
      ['end'],
      ['value', 'amount'],
      ['value', 'basis'],
      ['importance', 'level'],
    ),
    value: fc.constantFrom('Alpha', 'ended', 'A: b', '2027-03-31', '3m', 'up-to', 'high', 'One.\n\nTwo.'),
  }),
  fc.record({
    op: fc.constant('insert' as const),
    path: fc.constantFrom(['reviews', 0], ['documents', 0], ['headlines', 0], ['aliases', 0]),
    value: fc.constantFrom(
      { date: '2026-01-01' },
      { type: 'dpia', signed: '2025' },
      { date: '2026-09', text: 'News: good # really' },
      'RRP',
    ),
  }),
)

describe('random edits of random partnerships', () => {
  test('what is read is the edit applied to what was read; other fields are untouched', () => {
    fc.assert(
      fc.property(
        partnership,
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        (text, edits, ending) => {
          const source = sourceOf('partnerships/a.yaml', text.replaceAll('\n', ending))
          const bytes = editedBytes(source, edits)
          const after = { ...source, bytes }
          const wanted = edits.reduce(edited, heldIn(parsedTree(source)!))
          expect(holdsSame(wanted, heldIn(parsedTree(after)!))).toBe(true)
          expect(untouched(readOf(after), edits)).toEqual(untouched(readOf(source), edits))
          const lone = new TextDecoder().decode(bytes).replaceAll('\r\n', '')
          expect(ending === '\r\n' ? lone.includes('\n') : lone.includes('\r')).toBe(false)
        },
      ),
      { numRuns: 400 },
    )
  })
})

/** What the register reads of fields that no edit is about. */
function untouched({ data }: ReadRecord, edits: readonly TreeEdit[]): unknown {
  const keys = edits.map((it) => it.path[0])
  return Object.fromEntries(Object.entries(data as object).filter(([key]) => !keys.includes(key)))
}

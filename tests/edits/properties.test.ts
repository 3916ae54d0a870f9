import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TreeEdit } from '../../src/document/edit.js'
import type { Path } from '../../src/document/node.js'
import { editedBytes } from '../../src/model/edit-record.js'
import { readRecord, type ReadRecord } from '../../src/model/read-record.js'
import type { RecordSource } from '../../src/model/read-tree.js'
import { partnership } from '../random-register.js'
import { laidOut, type OwnedLine } from './random-layout.js'

const sourceOf = (file: string, text: string): RecordSource => ({
  file,
  bytes: new TextEncoder().encode(text),
  kind: 'partnership',
})
const readOf = (source: RecordSource) => readRecord(source, { explain: () => [] }) as ReadRecord

const scalars: fc.Arbitrary<Path> = fc.constantFrom<Path[]>(
  ['name'],
  ['status'],
  ['value', 'amount'],
  ['value', 'per'],
  ['aliases', 1],
  ['aliases', 2],
  ['unknown', 'lead'],
  ['partners', 0, 'organisation'],
  ['risks', 1, 'id'],
  ['risks', 2, 'title'],
)
const keys: fc.Arbitrary<Path> = fc.constantFrom<Path[]>(
  ['status'],
  ['value', 'basis'],
  ['unknown', 'exit'],
  ['unknown', 'end'],
  ['partners', 0, 'note'],
  ['risks', 0, 'id'],
)
const wholes: fc.Arbitrary<Path> = fc.constantFrom<Path[]>(
  ['aliases', 0],
  ['partners', 0],
  ['partners', 1],
  ['risks', 1],
  ['value'],
  ['risks'],
  ['unknown'],
  ['aliases'],
)
const at = (list: string) => fc.integer({ min: 0, max: 3 }).map((it): Path => [list, it])

/** Edits as commands make them, of every kind. */
const edit: fc.Arbitrary<TreeEdit> = fc.oneof(
  fc.record({
    op: fc.constant('set' as const),
    path: fc.oneof(
      scalars,
      fc.constantFrom<Path[]>(['summary'], ['lead'], ['importance', 'level'], ['risks', 2, 'likelihood']),
    ),
    value: fc.constantFrom('Beta', 'A: b', '2027-03-31', 'up-to', 'one # two'),
  }),
  fc.record({ op: fc.constant('remove' as const), path: fc.oneof(scalars, keys, wholes) }),
  fc.record({
    op: fc.constant('rename-key' as const),
    path: keys,
    key: fc.constantFrom('x-other', 'partners[mind].share', 'a, b', 'c}'),
  }),
  fc.record({ op: fc.constant('quote' as const), path: scalars }),
  fc.record({ op: fc.constant('insert' as const), path: at('aliases'), value: fc.constantFrom('Four', 'Five, six') }),
  fc.record({
    op: fc.constant('insert' as const),
    path: fc.oneof(at('risks'), at('partners')),
    value: fc.constant({ id: 'new', title: 'New one' }),
  }),
)

describe('random edits of a record with comments everywhere', () => {
  test('all lines outside the value stay byte by byte, in their order, with their comments', () => {
    const made = new Map<string, number>()
    fc.assert(
      fc.property(laidOut, edit, fc.constantFrom('\n', '\r\n'), (lines, it, ending) => {
        const source = sourceOf('partnerships/a.yaml', lines.map(({ text }) => `${text}${ending}`).join(''))
        const after = new TextDecoder().decode(editedBytes(source, [it])) // none of these is refused
        made.set(it.op, (made.get(it.op) ?? 0) + 1)
        const now = after.split(ending)
        expect(now.some((line) => /[\r\n]/.test(line))).toBe(false)
        staysOutside(lines, now, it)
        staysWithIt(lines, now, it)
      }),
      { numRuns: 1500 },
    )
    expect([...made.keys()].sort()).toEqual(['insert', 'quote', 'remove', 'rename-key', 'set'])
  })
})

/** A line but for what an edit of its neighbour may do: a comma more behind the last member, a dash that is pulled up. */
const bare = (line: string) =>
  line
    .trim()
    .replace(/^- /, '')
    .replace(/,(?= #|$)/, '')
const isWithin = (path: Path, above: Path) => above.every((key, index) => path[index] === key)

/** Lines that are none of the edited value: each is there once, in the same order, a comment above what it was above. */
function staysOutside(lines: readonly OwnedLine[], now: readonly string[], { op, path }: TreeEdit): void {
  const isOneLine = ({ path: own }: OwnedLine) =>
    isWithin(path, own) && !lines.some((it) => it.path.length > own.length && isWithin(it.path, own))
  const outside = lines.filter((it) =>
    op === 'insert' ? !isOneLine(it) || it.path.length > 1 : !isWithin(it.path, path) && !isOneLine(it),
  )
  const bares = now.map(bare)
  const places = outside.map(({ text }) => {
    const same = now.indexOf(text)
    return same === -1 ? bares.indexOf(bare(text)) : same
  })
  for (const [index, place] of places.entries())
    expect([outside[index]!.text, place]).not.toEqual([outside[index]!.text, -1])
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  // at most two lines are touched at all: the one that gets a comma, and the key and comment that are pulled up
  const changed = outside.filter(({ text }) => !now.includes(text))
  expect(changed.filter(({ isComment }) => !isComment).length).toBeLessThan(2)
  const pairs = outside.flatMap((it, index) => {
    const below = outside[index + 1]
    const isAbove = it.isComment && below !== undefined && below === lines[lines.indexOf(it) + 1]
    return isAbove ? [[it.text, places[index + 1]! - places[index]!] as const] : []
  })
  expect(pairs).toEqual(pairs.map(([text]) => [text, 1]))
}

/** The comments of a value that gets another text, key or quotes stay with it. */
function staysWithIt(lines: readonly OwnedLine[], now: readonly string[], { op, path }: TreeEdit): void {
  if (op === 'remove' || op === 'insert') return
  const comments = lines
    .filter((it) => isWithin(it.path, path))
    .flatMap(({ text }) => /# (?:above|behind) \d+$/.exec(text)?.[0] ?? [])
  for (const comment of comments) expect(now.filter((it) => it.endsWith(comment))).toHaveLength(1)
}

describe('random edits of random partnerships', () => {
  test('other fields are read as before, and line endings stay', () => {
    fc.assert(
      fc.property(
        partnership,
        fc.constantFrom<TreeEdit[]>(
          { op: 'set', path: ['lead'], value: 'Chief' },
          { op: 'set', path: ['value', 'amount'], value: '3m' },
          { op: 'set', path: ['summary'], value: 'One.\n\nTwo.' },
          { op: 'insert', path: ['reviews', 0], value: { date: '2026-01-01' } },
          { op: 'insert', path: ['headlines', 0], value: { date: '2026-09', text: 'News: good # really' } },
          { op: 'remove', path: ['start'] },
          { op: 'remove', path: ['reviews', 0] },
        ),
        fc.constantFrom('\n', '\r\n'),
        (text, it, ending) => {
          const source = sourceOf('partnerships/a.yaml', text.replaceAll('\n', ending))
          const bytes = editedBytes(source, [it])
          expect(untouched(readOf({ ...source, bytes }), it)).toEqual(untouched(readOf(source), it))
          const lone = new TextDecoder().decode(bytes).replaceAll('\r\n', '')
          expect(ending === '\r\n' ? lone.includes('\n') : lone.includes('\r')).toBe(false)
        },
      ),
      { numRuns: 400 },
    )
  })
})

/** What the register reads of fields that the edit is not about. */
function untouched({ data }: ReadRecord, { path }: TreeEdit): unknown {
  return Object.fromEntries(Object.entries(data as object).filter(([key]) => key !== path[0]))
}

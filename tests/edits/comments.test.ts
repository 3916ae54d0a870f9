import { describe, expect, test } from 'vitest'
import type { TreeEdit } from '../../src/document/edit.js'
import { editedBytes } from '../../src/model/edit-record.js'

const edited = (text: string, edit: TreeEdit) => {
  const source = {
    file: 'partnerships/a.yaml',
    bytes: new TextEncoder().encode(`name: A\n${text}`),
    kind: 'partnership',
  } as const
  return new TextDecoder().decode(editedBytes(source, [edit])).replace('name: A\n', '')
}

describe('the first key of an item is removed', () => {
  test('and the comment on the next one stays with it', () => {
    const text = 'risks:\n  - id: a # ida\n    # why this title\n    title: A # t\n  - id: b\n'
    expect(edited(text, { op: 'remove', path: ['risks', 0, 'id'] })).toBe(
      'risks:\n  # why this title\n  - title: A # t\n  - id: b\n',
    )
  })

  test('without a comment the next one takes its place', () => {
    expect(edited('risks:\n- id: a # ida\n\n  title: A\n', { op: 'remove', path: ['risks', 0, 'id'] })).toBe(
      'risks:\n- title: A\n',
    )
  })
})

test('a comment that is indented deeper is about the value before, and stays when the next one goes', () => {
  const text = 'value:\n  amount: 2m\n  # from the contract\nstatus: active\n'
  expect(edited(text, { op: 'remove', path: ['status'] })).toBe('value:\n  amount: 2m\n  # from the contract\n')
})

describe('brackets over several lines', () => {
  const LIST = 'aliases: [\n    A, # first\n    # about B\n    B # second\n  ]\n'
  test.each<[string, string, TreeEdit, string]>([
    ['the last is removed', LIST, { op: 'remove', path: ['aliases', 1] }, 'aliases: [\n    A, # first\n  ]\n'],
    [
      'the first is removed',
      LIST,
      { op: 'remove', path: ['aliases', 0] },
      'aliases: [\n    # about B\n    B # second\n  ]\n',
    ],
    [
      'one is added at the end',
      LIST,
      { op: 'insert', path: ['aliases', 2], value: 'C' },
      'aliases: [\n    A, # first\n    # about B\n    B, # second\n    C\n  ]\n',
    ],
    [
      'one is added before a comment',
      LIST,
      { op: 'insert', path: ['aliases', 1], value: 'C' },
      'aliases: [\n    A, # first\n    C,\n    # about B\n    B # second\n  ]\n',
    ],
    [
      'the bracket closes on the last line',
      'aliases: [\n    A, # first\n    B]\n',
      { op: 'insert', path: ['aliases', 2], value: 'C' },
      'aliases: [\n    A, # first\n    B,\n    C]\n',
    ],
    [
      'the last stands before the bracket',
      'aliases: [A, # first\n    B]\n',
      { op: 'remove', path: ['aliases', 1] },
      'aliases: [A, # first\n    ]\n',
    ],
    ['all on one line', 'aliases: [A, B, C]\n', { op: 'remove', path: ['aliases', 1] }, 'aliases: [A, C]\n'],
  ])('%s', (_, text, edit, expected) => {
    expect(edited(text, edit)).toBe(expected)
  })

  test('what would lose a comment on another value is refused', () => {
    const text = 'aliases: [A,\n    # about B\n    B]\n'
    expect(() => edited(text, { op: 'remove', path: ['aliases', 0] })).toThrow('there is a comment between the values')
  })

  test('a key of another name is written so that it is one inside brackets', () => {
    const edit: TreeEdit = { op: 'rename-key', path: ['unknown', 'share'], key: 'partners[mind].share' }
    expect(edited('unknown: {share: x}\n', edit)).toBe('unknown: {"partners[mind].share": x}\n')
    expect(edited('unknown:\n  share: x\n', edit)).toBe('unknown:\n  partners[mind].share: x\n')
  })
})

import { expect, test } from 'vitest'
import { parseYaml } from '../../src/document/parse.js'
import { toPlain } from '../../src/model/plain.js'

function plainOf(text: string) {
  const document = parseYaml(text)
  return 'root' in document ? toPlain('a.yaml', document.root!, []) : undefined
}

test.each([
  ['a folded text keeps its paragraphs', 'x: >-\n  one\n  more\n\n  two\n', 'one more\n\ntwo'],
  ['so does a plain one', 'x: one\n  more\n\n  two\n', 'one more\n\ntwo'],
  ['a list in a folded text stays one', 'x: >-\n  one\n\n    - a\n    - b\n', 'one\n\n  - a\n  - b'],
  ['a literal text has its lines as they were written', 'x: |-\n  one\n  more\n\n  two\n', 'one\nmore\n\ntwo'],
])('%s', (_, yaml, x) => expect(plainOf(yaml)).toEqual({ x }))

import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAnyYaml, parseYaml } from '../../src/document/parse.js'
import { readPlainYaml } from '../../src/document/plain-yaml.js'

const texts = ['register', 'examples', 'policies', 'tests/rules'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith('.yaml'))
    .map((it) => readFileSync(`${folder}/${it}`, 'utf8')),
)

/** What means something in YAML, by bars. */
const SIGNS =
  String.raw` |  |\n|\n\n|- |: |:|#| #|"|'|[|]|{|}|,|>|>-\n|---|...|%|&a |*a|!t |@|?|? |\t|\r|\u00a0|\u2028|\ufeff|<<|key: v\n|~|null|__proto__: |0|\\| \n|- - |-\n|=`
    .split('|')
    .map((it) => JSON.parse(`"${it.replace('"', '\\"')}"`) as string)
    .concat('|', '|-\n', '|2\n', '|+\n', '`', 'é')

/** What it makes of a text is what js-yaml's events make of it, wherever the text begins. */
function expectSame(yaml: string): boolean {
  const root = readPlainYaml(yaml, 3)
  if (root === undefined) return false
  expect(parseAnyYaml(`---${yaml}`, yaml, 3)).toEqual({ text: `---${yaml}`, root, problems: [] })
  return true
}

test('registers are read by the quick reader, all but a few, into the same trees', () => {
  const read = texts.filter(expectSame)
  expect(read.length / texts.length).toBeGreaterThan(0.9)
})

test('whatever is done to a text, it makes the same tree or gives up', () => {
  const change = fc.record({
    at: fc.nat(),
    sign: fc.constantFrom(...SIGNS),
    cut: fc.nat({ max: 4 }),
  })
  const lines = texts.map((it) => it.split('\n'))
  const stretch = fc.record({
    of: fc.nat({ max: lines.length - 1 }),
    from: fc.nat(),
    length: fc.integer({ min: 1, max: 12 }),
    changes: fc.array(change, { maxLength: 5 }),
  })
  let read = 0
  fc.assert(
    fc.property(stretch, ({ of, from, length, changes }) => {
      const first = from % lines[of]!.length
      const text = changes.reduce(
        (before, { at, sign, cut }) => {
          const place = at % (before.length + 1)
          return before.slice(0, place) + sign + before.slice(place + cut)
        },
        lines[of]!.slice(first, first + length).join('\n'),
      )
      if (expectSame(text)) read++
    }),
    { numRuns: 5000 },
  )
  expect(read).toBeGreaterThan(200)
})

test('a mistake is told as it always was', () => {
  expect(parseYaml('name: A\nname: B\n')).toMatchObject({ problems: [{ code: 'syntax/duplicate-key' }] })
  expect(parseYaml('a: {b: 8,600}\n')).toMatchObject({ problems: [{ code: 'syntax/comma' }] })
  expect(parseYaml('a: b: c\n')).toHaveProperty('reason')
  expect(parseYaml('a: 1\n  b: 2\n')).toHaveProperty('reason')
})

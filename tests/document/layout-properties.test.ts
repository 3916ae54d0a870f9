import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CST, Parser, parseDocument } from 'yaml'
import { laidOut } from '../../src/document/layout.js'
import { parseYaml } from '../../src/document/parse.js'
import { ORDER, randomYaml } from './random-yaml.js'

const orderOf = () => ORDER.map((key) => key.replaceAll('"', ''))

/** Values as another parser reads them: what ours would lose on both sides would be lost unseen. */
const valuesOf = (yaml: string): unknown => {
  const document = parseDocument(yaml, { schema: 'failsafe' })
  expect(document.errors).toEqual([])
  return JSON.parse(JSON.stringify(document.toJS()), (_, it: unknown) => it ?? '') // it reads {a} as null, and a: as no text
}

function commentsOf(yaml: string): string[] {
  const found: string[] = []
  const look = (token: unknown): void => {
    if (Array.isArray(token)) return token.forEach(look)
    if (typeof token !== 'object' || token === null) return
    if ('type' in token && token.type === 'comment') found.push((token as CST.SourceToken).source.trimEnd())
    else Object.values(token).forEach(look)
  }
  for (const token of new Parser().parse(yaml)) look(token)
  return found.sort()
}

test('a random text keeps its values and comments, and is laid out once for all', () => {
  fc.assert(
    fc.property(randomYaml, fc.constantFrom('', '...\n', '... # end\n'), (text, end) => {
      const yaml = `${text}${end === '' || text.endsWith('\n') || text === '' ? '' : '\n'}${end}`
      const parsed = parseYaml(yaml)
      expect('reason' in parsed ? parsed.reason : parsed.problems).toEqual([])
      const result = laidOut(yaml, orderOf)
      if (typeof result !== 'string') throw new Error(result.message)
      expect(valuesOf(result)).toEqual(valuesOf(yaml))
      expect(commentsOf(result)).toEqual(commentsOf(yaml))
      expect(laidOut(result, orderOf)).toBe(result)
    }),
    { numRuns: 400 },
  )
})

import { expect, test } from 'vitest'
import { Comparison } from './compare.js'
import { generatedRecords, policies, recordsIn, REGISTERS } from './records.js'

test.each([
  ...REGISTERS.map((it) => [it, recordsIn(it)] as const),
  ['the policies of the tool', policies()] as const,
  ['a generated register', generatedRecords(7)] as const,
])('every record of %s is read alike', (register, records) => {
  const comparison = new Comparison()
  for (const { file, kind, text } of records)
    for (const order of [undefined, 'day-first'] as const)
      comparison.compare({ file, kind, bytes: Buffer.from(text) }, order, register)
  expect(comparison.differences).toBe('')
  expect(comparison.share).toBeGreaterThan(0.4)
})

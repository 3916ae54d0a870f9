import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RECORD_KINDS } from '../../src/model/record-kinds.js'
import { casesOf, PATIENCE, SEED } from './cases.js'
import { Comparison } from './compare.js'
import { randomRecord } from './random-records.js'

test.each(RECORD_KINDS)(
  'a %s that is written plainly is read alike, and mostly quickly',
  { timeout: PATIENCE },
  (kind) => {
    const comparison = new Comparison()
    fc.assert(
      fc.property(randomRecord(kind), fc.constantFrom(undefined, 'day-first' as const), (text, order) => {
        comparison.compare({ file: `${kind}.yaml`, kind, bytes: Buffer.from(text) }, order, 'written plainly')
        expect(comparison.differences).toBe('')
      }),
      { numRuns: casesOf(200), seed: SEED },
    )
    comparison.tell(`plain ${kind}`)
    expect(comparison.share).toBeGreaterThan(0.9)
  },
)

import { expect, test } from 'vitest'
import { Random } from '../../bench/generate/random.js'
import { casesOf, PATIENCE, SEED } from './cases.js'
import { Comparison } from './compare.js'
import { mutated } from './mutate.js'
import { generatedRecords, policies, randomRecords, recordsIn, REGISTERS } from './records.js'

test('records, changed in every way, are read alike', { timeout: PATIENCE }, () => {
  const written = [...REGISTERS.flatMap(recordsIn), ...policies(), ...generatedRecords(SEED)]
  const records = [...written, ...randomRecords(SEED, 20)]
  const count = casesOf(4_000, 1_000_000)
  const comparison = new Comparison()
  for (let index = 0; index < count; index++) {
    const random = new Random('reader', SEED, index)
    const { file, kind, text } = random.pick(records)
    const order = random.chance(0.3) ? 'day-first' : undefined
    comparison.compare({ file, kind, bytes: mutated(random, text) }, order, `seed ${SEED}, case ${index}`)
  }
  comparison.tell(`mutated records, seed ${SEED}`)
  expect(comparison.differences).toBe('')
  expect(comparison.share).toBeGreaterThan(0.2)
})

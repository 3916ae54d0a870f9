import { expect, test } from 'vitest'
import { addDuration } from '../../src/model/day.js'
import { parseDuration } from '../../src/model/duration.js'
import { problemsOf } from './problems-of.js'

test.each(['9999 years', '201 years', '2401 months'])('%s is told to be too long', (written) => {
  expect(problemsOf(`notice: ${written}`)).toEqual([
    [
      'schema/duration',
      `"${written}" is longer than 200 years`,
      'correct the number, or leave it out where there is no limit',
    ],
  ])
})

test.each(['200 years', '2400 months', '9999 weeks', '9999 days'])('%s before or after any day is a day', (written) => {
  const duration = parseDuration(written)!
  expect(addDuration('1800-01-01', duration, -1)).toMatch(/^1[678]\d\d-\d\d-\d\d$/)
  expect(addDuration('2199-12-31', duration)).toMatch(/^2[23]\d\d-\d\d-\d\d$/)
})

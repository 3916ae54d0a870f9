import { expect, test } from 'vitest'
import { runPartners } from './run-partners.js'

const validate = (reader: string, ...more: string[]) =>
  runPartners(['validate', '-r', 'examples/ten-mistakes', '--format', 'json', ...more], {
    env: { PARTNERS_READER: reader },
  })

test('every reader finds the same', () => {
  const found = validate('')
  expect(JSON.parse(found.stdout).findings.length).toBeGreaterThan(9)
  for (const reader of ['quick', 'careful']) expect(validate(reader)).toEqual(found)
})

test('there are no others', () => {
  expect(validate('slow')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'partners: PARTNERS_READER: "slow" is not a reader; write quick or careful\n',
  })
})

test('nothing is kept from run to run, so nothing has to be switched off', () => {
  const { code, stderr } = validate('', '--no-cache')
  expect([code, stderr.split('\n')[0]]).toEqual([2, "partners: unknown option '--no-cache'"])
})

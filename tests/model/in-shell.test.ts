import { expect, test } from 'vitest'
import { inShell } from '../../src/model/in-shell.js'
import { runProgram } from '../run-partners.js'

test.each(['council-2026', 'main..HEAD~1', '../register-of-april', '/srv/a/policy.yaml'])(
  '%s needs no quotes',
  (word) => {
    expect(inShell(word)).toBe(word)
  },
)

test.each(['policy of May.yaml', "Board's policy.yaml", '$HOME', 'a;b', ''])('a shell reads %j as one word', (word) => {
  const env = { PATH: process.env['PATH'] }
  const { stdout } = runProgram('bash', ['-c', `printf '[%s]' ${inShell(word)}`], { cwd: '.', env })
  expect(stdout).toBe(`[${word}]`)
})

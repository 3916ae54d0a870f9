import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { objectId } from '../../src/source/object-id.js'

test('content is named as git names it', () => {
  const text = 'name: Ä\n'
  const { stdout } = spawnSync('git', ['hash-object', '--stdin'], { input: text, encoding: 'utf8' })
  expect(objectId(Buffer.from(text))).toBe(stdout.trim())
})

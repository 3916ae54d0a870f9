import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RELEASED_POLICIES } from '../../src/model/policy.js'
import { ROOT } from '../run-partners.js'

test('the policies that can be named are those that come with the tool', () => {
  const files = readdirSync(join(ROOT, 'policies')).map((it) => it.replace(/\.yaml$/, ''))
  expect([...RELEASED_POLICIES].sort()).toEqual(files.sort())
})

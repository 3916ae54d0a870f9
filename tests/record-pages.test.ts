import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RECORD_KINDS } from '../src/model/record-kinds.js'
import { RECORD_SCHEMAS } from '../src/model/record-schemas.js'
import { keysOf } from '../src/model/schema-walk.js'
import { ROOT } from './run-partners.js'

test.each(RECORD_KINDS)('the page of a %s has a row for each of its keys', (kind) => {
  const page = readFileSync(join(ROOT, 'docs', 'records', `${kind}.md`), 'utf8')
  for (const key of keysOf(RECORD_SCHEMAS[kind].schema) ?? [])
    expect(page).toMatch(new RegExp(`^\\| \\**\`${key}\``, 'm'))
})

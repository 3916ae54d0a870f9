import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { findingFormats, type FindingFormatName } from '../../src/output/findings/index.js'
import type { LocatedFinding } from '../../src/output/located.js'
import { finding, hostile, reportOf, UNSAFE, VIEW } from './sample.js'

const written = async (name: FindingFormatName, findings: LocatedFinding[], over = {}) =>
  (await findingFormats[name]())(reportOf(...findings), { ...VIEW, ...over })

const everyText = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(everyText)

describe('every format', () => {
  const names = Object.keys(findingFormats) as FindingFormatName[]

  test.each(names)('%s lets nothing unsafe through', async (name) => {
    const text = await written(name, [hostile, { ...hostile, severity: 'error' }, { ...hostile, severity: 'info' }])
    expect(text).not.toMatch(UNSAFE)
    expect(text.endsWith('\n')).toBe(true)
    if (name !== 'json' && name !== 'sarif' && name !== 'gitlab') return
    // JSON escapes by itself; what a reader gets out of it is safe, too
    for (const it of everyText(JSON.parse(text))) expect(it).not.toMatch(/\p{Surrogate}/u)
    for (const it of everyText(JSON.parse(text))) expect(it.replaceAll('\n', '')).not.toMatch(UNSAFE)
  })

  test.each(names)('%s has an answer for a register without findings', async (name) => {
    expect((await written(name, [])).length).toBeGreaterThan(2)
  })

  test.each(names)('%s is the same text each time', async (name) => {
    expect(await written(name, [hostile])).toBe(await written(name, [hostile]))
  })
})

test('json has every key of a finding, in one order', async () => {
  const { findings, ...rest } = JSON.parse(await written('json', [finding({ hint: undefined })]))
  expect(rest).toMatchObject({ schemaVersion: 1, asOf: '2019-04-30', totals: { warning: 1, files: 14 } })
  expect(Object.keys(findings[0]).join(' ')).toBe(
    'code severity message hint file line column endLine endColumn record path because related cause fingerprint fix',
  )
  expect(findings[0].hint).toBeNull()
})

describe('sarif', () => {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  // the schema calls itself draft 4, of which it uses nothing that later drafts read otherwise
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  const ajv = new Ajv({ strict: false, unicodeRegExp: false })
  addFormats.default(ajv)
  const valid = ajv.compile(schema)

  test.each([
    ['findings of every severity', [finding({ severity: 'error' }), finding(), finding({ severity: 'info' })]],
    ['hostile texts', [hostile]],
    ['a rule of the policy itself', [finding({ code: 'own/interests' })]],
    ['nothing found', []],
  ])('%s: the schema holds', async (_, findings) => {
    valid(JSON.parse(await written('sarif', findings)))
    expect(valid.errors).toBeNull()
  })

  test('addresses are relative and encoded, texts hold no link', async () => {
    const related = [{ ...hostile.related[0]!, message: '[click](https://evil.example)' }]
    const log = JSON.parse(await written('sarif', [finding({ file: 'my reg/ü#%?.yaml', related })]))
    const [result] = log.runs[0].results
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('my%20reg/%C3%BC%23%25%3F.yaml')
    expect(result.relatedLocations[0].message.text).toBe('[click] (https://evil.example)')
    expect(result.partialFingerprints).toEqual({ 'partners/v1': 'ab'.repeat(32) })
    expect(log.runs[0]).toMatchObject({ columnKind: 'utf16CodeUnits' })
    expect(log.runs[0].tool.driver.rules[0].help.markdown).toContain('Remedy.')
  })
})

describe('junit', () => {
  test('errors and warnings fail, an info passes; a suite a file', async () => {
    const rows = [finding({ severity: 'error' }), finding(), finding({ severity: 'info' }), finding({ file: 'b.yaml' })]
    const text = await written('junit', rows)
    expect(text).toContain('<testsuite name="register/partnerships/omhp.yaml" tests="3" failures="2" errors="0">')
    expect(text.match(/<testsuite /g)).toHaveLength(2)
    expect(text.match(/<failure /g)).toHaveLength(3)
    expect(text.match(/<system-out>/g)).toHaveLength(1)
  })

  test('nothing of a text is markup, and what XML forbids is replaced', async () => {
    const text = await written('junit', [finding({ message: ']]> <b a="1"> & \u0000\uFFFE\uD800 \u{1F600}' })])
    expect(text).toContain('message="]]&#62; &#60;b a=&#34;1&#34;&#62; &#38; &#60;U+0000&#62;\uFFFD\uFFFD \u{1F600}"')
  })
})

describe('github', () => {
  test('a finding is one line, with what divides a command escaped', async () => {
    const file = 'a,b:c%.yaml'
    const [line] = (await written('github', [finding({ file, message: '50%\n::error::x' })])).split('\n')
    expect(line).toBe(
      '::warning file=a%2Cb%3Ac%25.yaml,line=3,endLine=3,col=7,endColumn=12,title=lead/missing::50%25%0A: :error::x%0Aname a role',
    )
  })

  test('the worst come first, then one line that sums up; quiet leaves that out', async () => {
    const rows = [finding({ severity: 'info' }), finding(), finding({ severity: 'error' })]
    const starts = (text: string) => text.split('\n').map((it) => it.split(' ')[0])
    expect(starts(await written('github', rows))).toEqual(['::error', '::warning', '::notice', '1', ''])
    expect(starts(await written('github', rows, { quiet: true }))).toEqual(['::error', '::warning', '::notice', ''])
  })

  test('no columns for a value of several lines, as GitHub refuses them', async () => {
    expect(await written('github', [finding({ endLine: 4 })])).not.toMatch(/col=/)
  })
})

test('gitlab gets its severities, and a path and line', async () => {
  const rows = JSON.parse(await written('gitlab', [finding({ severity: 'error' }), finding({ severity: 'info' })]))
  expect(rows.map((it: { severity: string }) => it.severity)).toEqual(['critical', 'info'])
  expect(rows[0]).toMatchObject({
    check_name: 'lead/missing',
    location: { path: 'register/partnerships/omhp.yaml', lines: { begin: 3 } },
  })
})

describe('markdown', () => {
  test('a row stays a row, whatever is in it', async () => {
    const lines = (await written('markdown', [hostile])).split('\n')
    const row = lines.findIndex((it) => it.startsWith('| warning'))
    expect(lines[row]!.replaceAll(/\\./g, '').split('|')).toHaveLength(7)
    expect(lines[row]).not.toMatch(/<b>|(?<!\\)`|<U/)
    expect(lines.slice(row + 1)).toEqual([''])
  })

  test('addresses, links and names of people stay text', async () => {
    const message = '[x](https://evil.example) www.evil.example @someone me@trust.example'
    const text = await written('markdown', [finding({ message })])
    expect(text).toContain(
      '\\[x\\](https:&#8288;//evil.example) www&#8288;.evil.example @&#8288;someone me@&#8288;trust.example',
    )
  })
})

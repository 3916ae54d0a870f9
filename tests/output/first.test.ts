import { describe, expect, test } from 'vitest'
import { isMuch, nextCommand, stepsToFix } from '../../src/output/findings/first.js'
import { markdown } from '../../src/output/findings/markdown.js'
import { pretty } from '../../src/output/findings/pretty.js'
import { json } from '../../src/output/findings/json.js'
import type { LocatedFinding } from '../../src/output/located.js'
import { finding, hostile, reportOf, UNSAFE, VIEW } from './sample.js'

/** So many findings of a rule, each in another file. */
const many = (count: number, code: string, severity: LocatedFinding['severity'], file = (n: number) => `p/${n}.yaml`) =>
  Array.from({ length: count }, (_, n) => finding({ code, severity, file: file(n), line: n + 1 }))

const MUCH = [
  ...many(30, 'document/missing', 'warning'),
  ...many(4, 'reference/role', 'error', () => 'p/one.yaml'),
  ...many(2, 'schema/money', 'error'),
  ...many(9, 'syntax/misread', 'info'),
  ...many(5, 'share/sum', 'error'),
]

describe('what to mend first', () => {
  test('what cannot be read, then names that lead nowhere, then the gravest, and of these the most', () => {
    expect(stepsToFix(MUCH).map((it) => `${it.count} ${it.severity} ${it.files} ${it.code}`)).toEqual([
      '2 error 2 schema/money',
      '4 error 1 reference/role',
      '5 error 5 share/sum',
      '30 warning 30 document/missing',
      '9 info 9 syntax/misread',
    ])
  })

  test('does not hang on the order of findings', () => {
    const report = reportOf(...many(2, 'b/b', 'error'), ...many(2, 'a/a', 'error'))
    const backwards = reportOf(...[...report.findings].reverse())
    expect(report.steps.map((it) => it.code)).toEqual(['a/a', 'b/b'])
    expect(backwards.steps).toEqual(report.steps)
  })

  test.each([
    ['what cannot be read', many(1, 'schema/day', 'error'), 'partners validate --rule schema/day', /may hide more/],
    [
      'names that lead nowhere',
      many(30, 'reference/role', 'error'),
      'partners validate --rule reference/role',
      /meant/,
    ],
    ['few errors', many(20, 'share/sum', 'error'), 'partners explain share/sum', /how to fix/],
    ['many errors', many(21, 'share/sum', 'error'), 'partners baseline', /only new findings/],
    ['many warnings', many(500, 'lead/missing', 'warning'), 'partners explain lead/missing', /how to fix/],
    [
      'many errors, some of what cannot be read',
      [...many(99, 'share/sum', 'error'), ...many(1, 'file/too-large', 'error')],
      'partners validate --rule file/too-large',
      /may hide more/,
    ],
  ])('%s: one command', (_, findings, command, why) => {
    const report = reportOf(...findings)
    expect(nextCommand(report)).toEqual({ command, why: expect.stringMatching(why) as string })
  })

  test('a command is proposed for the register that was named', () => {
    const proposed = (named: string) => nextCommand({ ...reportOf(...many(21, 'share/sum', 'error')), named })?.command
    expect(proposed('../north')).toBe('partners baseline -r ../north')
    expect(proposed('My register')).toBe('partners baseline -r "My register"')
  })

  test('a baseline is proposed once', () => {
    const report = { ...reportOf(...many(99, 'share/sum', 'error')), hasBaseline: true }
    expect(nextCommand(report)?.command).toBe('partners explain share/sum')
  })

  test.each([
    [many(20, 'a/a', 'error'), false],
    [many(21, 'a/a', 'error'), true],
    [['a/a', 'a/b', 'a/c', 'a/d', 'a/e'].flatMap((code) => many(1, code, 'info')), false],
    [['a/a', 'a/b', 'a/c', 'a/d', 'a/e', 'a/f'].flatMap((code) => many(1, code, 'info')), true],
    [[], false],
  ])('is said where there is much (case %#)', async (findings, expected) => {
    const report = reportOf(...findings)
    expect(isMuch(report)).toBe(expected)
    expect((await pretty(report, VIEW)).includes('fix first:')).toBe(expected)
    expect((await markdown(report, VIEW)).includes('**Fix first**')).toBe(expected)
  })

  test('in a terminal it stands below the totals, in a few lines', async () => {
    const text = await pretty(reportOf(...MUCH, ...many(1, 'own/x', 'info')), VIEW)
    expect(text.slice(text.indexOf('fix first:'))).toBe(
      [
        'fix first:',
        '     2 errors in 2 files   schema/money',
        '     4 errors in 1 file    reference/role',
        '     5 errors in 5 files   share/sum',
        '  30 warnings in 30 files  document/missing',
        '       9 info in 9 files   syntax/misread',
        '  and 1 more rule',
        'partners validate --rule schema/money shows each; what cannot be read may hide',
        'more',
        '',
      ].join('\n'),
    )
  })

  test('is left out where findings only are wanted', async () => {
    expect(await pretty(reportOf(...MUCH), { ...VIEW, quiet: true })).not.toContain('fix first:')
  })

  test('programs get every rule, and null where there is nothing', async () => {
    const told = JSON.parse(await json(reportOf(...MUCH), VIEW)) as { first: object[]; next: object }
    expect(told.first).toHaveLength(5)
    expect(told.first[0]).toEqual({
      code: 'schema/money',
      severity: 'error',
      count: 2,
      files: 2,
      help: 'partners explain schema/money',
    })
    expect(told.next).toHaveProperty('command', 'partners validate --rule schema/money')
    expect(JSON.parse(await json(reportOf(), VIEW))).toMatchObject({ first: [], next: null })
  })

  test('a code of those who mean ill stays text', async () => {
    const evil = Array.from({ length: 30 }, () => ({ ...hostile, code: `own/${hostile.message}` }))
    for (const format of [pretty, markdown, json]) expect(await format(reportOf(...evil), VIEW)).not.toMatch(UNSAFE)
  })
})

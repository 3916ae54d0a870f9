import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { program } from '../src/cli/program.js'
import { lists } from '../src/lists/index.js'
import { diffFormats } from '../src/output/diff/index.js'
import { findingFormats } from '../src/output/findings/index.js'
import { papers } from '../src/reports/index.js'
import { asYaml, HOSTILE, hostileRecords, rawIn } from './hostile.js'
import { registerOf } from './make-register.js'
import { runInProcess } from './run-partners.js'

const US = { name: 'Our Trust', kind: 'nhs-trust' }
const BASE = {
  'organisations/us.yaml': asYaml(US),
  'partnerships/alpha.yaml': asYaml({ name: 'Alpha', status: 'active', partners: [{ organisation: 'us' }] }),
}
const SUMMARY = join(mkdtempSync(join(tmpdir(), 'summary-')), 'summary.md')

/** Command lines that tell of the whole register, in every format. */
const OF_ALL: readonly (readonly string[])[] = [
  ...Object.keys(findingFormats).map((it) => ['validate', '--all', '--format', it]),
  ...lists.flatMap(({ name }) =>
    ['table', 'json', 'csv', 'markdown'].map((it) => [
      'list',
      name,
      '--columns',
      'all',
      '--incomplete',
      '--format',
      it,
    ]),
  ),
  ...['table', 'json', 'csv', 'ics', 'markdown'].map((it) => ['due', '--because', '--incomplete', '--format', it]),
  ...['lead', 'month', 'partnership', 'none'].map((it) => ['due', '--by', it, '--incomplete']),
  ...papers
    .filter((it) => it.needsSubject !== true)
    .flatMap(({ name }) => [
      ...['md', 'html', 'text'].map((it) => ['report', name, '--incomplete', '--trace', '--format', it]),
      ['report', name, '--incomplete', '--data'],
    ]),
  ...['table', 'json', 'markdown'].flatMap((it) => [
    ['policy', '--incomplete', '--format', it],
    ['policy', '--diff', '--incomplete', '--format', it],
  ]),
  ['rules', '--format', 'table'],
  ['rules', '--format', 'json'],
  ['explain'],
  ['explain', 'own/x'],
  ['status'],
  ['baseline', '--dry-run'],
  ['fix', '--dry-run'],
  ['fix', '--dry-run', '--format', 'json'],
  ['fix', '--layout', '--check'],
]

/** Of one partnership or organisation. */
const ofOne = (id: string): readonly (readonly string[])[] => [
  ...['text', 'markdown', 'json'].map((it) => ['show', id, '--incomplete', '--format', it]),
  ['report', 'partnership', id, '--incomplete'],
  ['set', id, 'name', 'Beta', '--dry-run'],
  ['end', id, '--on', '2026-01-01', '--dry-run'],
]

interface Where {
  readonly cwd: string
  readonly env?: Record<string, string>
}

/** What of a command's output was not cleaned. */
function rawOf(args: readonly string[], where: Where): string[] {
  const { stdout, stderr } = runInProcess(args, where)
  return Object.entries({ stdout, stderr }).flatMap(([name, text]) => {
    const raw = rawIn(text)
    return raw === undefined ? [] : [`${args.join(' ')} (${name}): ${raw}`]
  })
}

/** All command lines on a register, and a comparison with what it was before. */
function rawOfAll(files: Readonly<Record<string, string>>, ids: readonly string[] = []): string[] {
  const cwd = registerOf({ ...BASE, ...files })
  const before = registerOf(BASE)
  writeFileSync(SUMMARY, '')
  return [
    ...[...OF_ALL, ...ids.flatMap(ofOne)].flatMap((args) => rawOf(args, { cwd })),
    ...Object.keys(diffFormats).flatMap((it) => rawOf(['diff', before, cwd, '--format', it], { cwd })),
    ...Object.keys(diffFormats).flatMap((it) => rawOf(['diff', cwd, before, '--format', it], { cwd })),
    ...rawOf(['validate'], { cwd, env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: SUMMARY } }),
    ...[rawIn(readFileSync(SUMMARY, 'utf8'))].flatMap((it) => (it === undefined ? [] : [`the job summary: ${it}`])),
  ]
}

describe('whatever stands in a field, no output holds it raw', () => {
  test.each(['partnership', 'organisation'] as const)('of a %s', (kind) => {
    const records = [...hostileRecords(kind)]
    expect(records.length).toBeGreaterThan(20)
    const files = records.map(({ record }, index) => [`${kind}s/h${index}.yaml`, asYaml(record)])
    expect(
      rawOfAll(
        Object.fromEntries(files),
        records.map((_, index) => `h${index}`),
      ),
    ).toEqual([])
  })

  test('of an update', () => {
    const files = [...hostileRecords('update')].map(({ record }, index) => [
      `updates/u${index}.md`,
      `---\n${asYaml(record)}\n---\n\n## Purpose\n\n${HOSTILE}\n`,
    ])
    expect(files.length).toBeGreaterThan(5)
    expect(rawOfAll(Object.fromEntries(files))).toEqual([])
  })

  test.each([
    ['register', 'register.yaml', { schema: '1', organisation: 'us' }],
    ['policy', 'policy.yaml', { extends: 'nhs-2026' }],
    ['baseline', 'baseline.yaml', {}],
  ] as const)('of the %s', (kind, file, always) => {
    const records = [...hostileRecords(kind)]
    const raw = records.flatMap(({ record }) => {
      const cwd = registerOf({ ...BASE, [file]: asYaml({ ...always, ...record }) })
      return FEW.flatMap((args) => rawOf(args, { cwd }))
    })
    expect(raw).toEqual([])
  })
})

/** One command line of each kind, for what is in one file of a register and is tried field by field. */
const FEW: readonly (readonly string[])[] = [
  ['validate', '--all'],
  ['validate', '--format', 'github'],
  ['status'],
  ['list', '--incomplete'],
  ['due', '--incomplete', '--because'],
  ['due', '--incomplete', '--format', 'ics'],
  ['policy', '--incomplete', '--diff'],
  ['rules'],
  ['explain', 'own/x'],
  ['report', 'board-update', '--incomplete', '--data'],
  ['report', 'governance', 'alpha', '--incomplete'],
]

describe('whatever a file is called, no output holds it raw', () => {
  const name = HOSTILE.replaceAll('/', '')
  const record = asYaml({ name: 'x', status: 'active', lead: 'Nobody' })
  test.each([
    [`partnerships/${name}.yaml`, record],
    [`organisations/${name}.yaml`, asYaml(US)],
    [`updates/${name}.md`, '---\nas-of: 2019-01-01\n---\n'],
    [`partnerships/${name}/a.yaml`, record],
    [`${name}.yaml`, 'a: b\n'],
    [`templates/${name}.md.hbs`, '{{x}}'],
    [`templates/partials/${name}.md.hbs`, '{{#if'],
    [`policies/${name}.yaml`, 'x: y\n'],
  ])('%j', (file, text) => {
    expect(rawOfAll({ [file]: text })).toEqual([])
  })

  test('nor what the folder of the register is called', () => {
    const cwd = registerOf({ [`${name}/register.yaml`]: 'x: y\n', [`${name}/partnerships/a.yaml`]: 'x: y\n' })
    const lines = [...FEW, ['schema', '--write'], ['init', '--dry-run', name]]
    expect(lines.flatMap((args) => rawOf([...args, '-r', name], { cwd }))).toEqual([])
  })
})

describe('whatever is typed, no output holds it raw', () => {
  const quiet = { write: () => {}, isTerminal: false, width: 80 }
  const clock = { today: () => '2026-01-01', time: () => '', elapsed: () => 0 }
  const ports = { cwd: '.', env: {}, stdin: { isTerminal: false }, stdout: quiet, stderr: quiet, clock }

  test('as a word, an option or the value of one, of any command', async () => {
    const cwd = registerOf(BASE)
    const root = await program(ports, () => {}, undefined)
    const lines = [[HOSTILE], [`--${HOSTILE}`], ['help', HOSTILE], ...commandsOf(root).flatMap(hostileLines)]
    expect(lines.length).toBeGreaterThan(200)
    expect(lines.flatMap((args) => rawOf(args, { cwd }))).toEqual([])
  })

  test('as a value of the environment', () => {
    const cwd = registerOf(BASE)
    for (const name of ['PARTNERS_AS_OF', 'GITHUB_STEP_SUMMARY', 'XDG_CACHE_HOME']) {
      const env = { [name]: HOSTILE, GITHUB_ACTIONS: 'true', PARTNERS_DEBUG: '1' }
      expect(rawOf(['validate'], { cwd, env })).toEqual([])
    }
  })
})

const commandsOf = (command: Command): Command[] => [
  ...(command.parent === null ? [] : [command]),
  ...command.commands.flatMap(commandsOf),
]

/** A command with a hostile word, with two, with a hostile option, and with each of its options hostile. */
function hostileLines(command: Command): string[][] {
  const words: string[] = []
  for (let it: Command | null = command; it !== null && it.parent !== null; it = it.parent) words.unshift(it.name())
  if (words[0] === 'init') words.push('--dry-run')
  return [
    [...words, HOSTILE],
    [...words, 'alpha', HOSTILE],
    [...words, 'alpha', 'name', HOSTILE, '--dry-run'],
    [...words, `--${HOSTILE}`],
    ...command.options
      .filter((it) => it.long !== '--watch' && it.long !== '--out')
      .flatMap(({ long, flags }) =>
        flags.includes('<')
          ? [
              [...words, long!, HOSTILE],
              [...words, 'alpha', long!, HOSTILE],
            ]
          : [],
      ),
  ]
}

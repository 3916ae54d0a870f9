import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { program } from '../src/cli/program.js'
import { lists } from '../src/lists/index.js'
import { diffFormats } from '../src/output/diff/index.js'
import { rowFormats } from '../src/output/rows/index.js'
import { findingFormats } from '../src/output/findings/index.js'
import { papers } from '../src/reports/index.js'
import { RECORD_KINDS, type RecordKind } from '../src/model/record-kinds.js'
import { asYaml, HOSTILE, hostileRecords, rawIn } from './hostile.js'
import { registerOf } from './make-register.js'
import { runInProcess } from './run-partners.js'

const US = { name: 'Our Trust', kind: 'nhs-trust' }
const BASE = {
  'organisations/us.yaml': asYaml(US),
  'partnerships/alpha.yaml': asYaml({ name: 'Alpha', status: 'active', partners: [{ organisation: 'us' }] }),
}
const SUMMARY = join(mkdtempSync(join(tmpdir(), 'summary-')), 'summary.md')

const OF_FINDINGS = Object.keys(findingFormats).map((it) => ['validate', '--all', '--format', it])

/** Command lines that tell of the whole register, in every format. */
const OF_ALL: readonly (readonly string[])[] = [
  ...OF_FINDINGS,
  ...lists.flatMap(({ name }) =>
    Object.keys(rowFormats).map((it) => ['list', name, '--columns', 'all', '--incomplete', '--format', it]),
  ),
  ...[...Object.keys(rowFormats), 'ics'].map((it) => ['due', '--because', '--incomplete', '--format', it]),
  ...['lead', 'month', 'partnership', 'none'].map((it) => ['due', '--by', it, '--incomplete']),
  ...['text', 'markdown', 'json'].flatMap((it) => [
    ['chase', '--incomplete', '--format', it],
    ['chase', '--all', '--incomplete', '--format', it],
  ]),
  ...papers
    .filter((it) => it.needsSubject !== true)
    .flatMap(({ name }) => [
      ...['html', 'text'].map((it) => ['report', name, '--incomplete', '--trace', '--format', it]),
      ['report', name, '--incomplete', '--data'],
    ]),
  ...['table', 'json', 'markdown', 'html'].flatMap((it) => [
    ['policy', '--incomplete', '--format', it],
    ['policy', '--diff', '--incomplete', '--format', it],
    ['policy', 'information-levels', '--incomplete', '--format', it],
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
  const of = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, hostileRecords(kind)]))
  const always: Partial<Record<RecordKind, object>> = {
    register: { schema: '1', organisation: 'us' },
    policy: { extends: 'nhs-2026' },
    update: { 'as-of': '2019-01-31' },
  }
  const textOf = (kind: RecordKind, record: object) => {
    const yaml = asYaml({ ...record, ...always[kind] })
    return kind === 'update' ? `---\n${yaml}\n---\n\n## Purpose\n\n${HOSTILE}\n` : yaml
  }

  test('in every format of every command, where the field takes any text', () => {
    const files = RECORD_KINDS.map((kind) => [fileOf(kind, 'h'), textOf(kind, of[kind]!.taken)])
    expect(JSON.stringify(files).split('evil').length).toBeGreaterThan(100)
    expect(rawOfAll(Object.fromEntries(files), ['h'])).toEqual([])
  })

  test.each(['partnership', 'organisation', 'update'] as const)('and where a field of a %s refuses it', (kind) => {
    const files = of[kind]!.refused.map((it, index) => [fileOf(kind, `h${index}`), textOf(kind, it)])
    expect(files.length).toBeGreaterThan(1)
    const cwd = registerOf({ ...BASE, ...Object.fromEntries(files) })
    expect([...OF_FINDINGS, ...FEW].flatMap((args) => rawOf(args, { cwd }))).toEqual([])
  })

  test.each(['register', 'policy', 'baseline'] as const)('and where a field of the %s refuses it', (kind) => {
    const raw = of[kind]!.refused.flatMap((it) => {
      const cwd = registerOf({ ...BASE, [fileOf(kind, '')]: textOf(kind, it) })
      return rawOf(['validate', '--all'], { cwd })
    })
    expect(raw).toEqual([])
  })
})

const fileOf = (kind: RecordKind, id: string) =>
  kind === 'update'
    ? `updates/${id}.md`
    : kind === 'partnership' || kind === 'organisation'
      ? `${kind}s/${id}.yaml`
      : `${kind}.yaml`

/** One command line of each kind. */
const FEW: readonly (readonly string[])[] = [
  ['status'],
  ['list', '--incomplete'],
  ['due', '--incomplete', '--because'],
  ['policy', '--incomplete', '--diff'],
  ['rules'],
  ['fix', '--dry-run'],
  ['fix', '--layout', '--check'],
  ['report', 'board-update', '--incomplete', '--data'],
  ['report', 'governance', 'alpha', '--incomplete'],
]

describe('whatever a file is called, no output holds it raw', () => {
  const name = HOSTILE.replaceAll('/', '')
  const record = asYaml({ name: 'x', status: 'active', lead: 'Nobody' })
  test('in any folder', () => {
    const files = {
      [`partnerships/${name}.yaml`]: record,
      [`partnerships/${name}/a.yaml`]: record,
      [`organisations/${name}.yaml`]: asYaml(US),
      [`updates/${name}.md`]: '---\nas-of: 2019-01-01\n---\n',
      [`policies/${name}.yaml`]: 'x: y\n',
      [`${name}.yaml`]: 'a: b\n',
      [`templates/${name}.md.hbs`]: '{{x}}',
      [`templates/partials/${name}.md.hbs`]: '{{#if',
    }
    const cwd = registerOf({ ...BASE, ...files })
    const before = registerOf(BASE)
    const lines = [
      ...OF_FINDINGS,
      ...FEW,
      ...Object.keys(diffFormats).map((it) => ['diff', before, cwd, '--format', it]),
    ]
    expect(lines.flatMap((args) => rawOf(args, { cwd }))).toEqual([])
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
    expect(lines.length).toBeGreaterThan(150)
    expect(lines.flatMap((args) => rawOf(args, { cwd }))).toEqual([])
  })

  test('as a value of the environment', () => {
    const cwd = registerOf(BASE)
    for (const name of ['PARTNERS_AS_OF', 'PARTNERS_READER', 'GITHUB_STEP_SUMMARY']) {
      const env = { [name]: HOSTILE, GITHUB_ACTIONS: 'true', PARTNERS_DEBUG: '1' }
      expect(rawOf(['validate'], { cwd, env })).toEqual([])
    }
  })
})

const commandsOf = (command: Command): Command[] => [
  // what completion prints is read by the shell's script, which shows it itself
  ...(command.parent === null || command.name() === '__complete' ? [] : [command]),
  ...command.commands.flatMap(commandsOf),
]

/** A command with a hostile word, with two, with a hostile option, and with each of its options hostile. */
function hostileLines(command: Command): string[][] {
  const words: string[] = []
  for (let it: Command | null = command; it !== null && it.parent !== null; it = it.parent) words.unshift(it.name())
  if (words[0] === 'init') words.push('--dry-run')
  return [
    [...words, HOSTILE],
    [...words, 'alpha', 'name', HOSTILE, '--dry-run'],
    [...words, `--${HOSTILE}`],
    ...command.options
      .filter((it) => it.long !== '--watch' && it.long !== '--out')
      .flatMap(({ long, flags }) => (flags.includes('<') ? [[...words, 'alpha', long!, HOSTILE]] : [])),
  ]
}

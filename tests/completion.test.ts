import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Argument, Command, Option } from 'commander'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { completing } from '../src/cli/completion/source.js'
import { bashReplies } from '../src/cli/completion/bash.js'
import { cut } from '../src/cli/completion/reply.js'
import { readShellLine } from '../src/cli/completion/shell-line.js'
import { wordsOf } from '../src/cli/completion/sources.js'
import { wantedAt } from '../src/cli/completion/wanted.js'
import type { Ports } from '../src/cli/ports.js'
import { registerOf } from './make-register.js'
import { ROOT, runPartners, runProgram } from './run-partners.js'
import { rowFormats } from '../src/output/rows/index.js'

const work = mkdtempSync(join(tmpdir(), 'partners-completion-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Names that a shell would take for something else. */
const HOSTILE = [
  'Head of $(touch pwned)',
  'Head of `touch pwned`',
  `Head "of" it's`,
  'Head; touch pwned',
  'Head of !! and *',
  'Head: of~x = #y',
  'Head of Ünïts – both',
]
const RISKS = 'risks:\n  - id: workforce\n    title: Vacancies\n    likelihood: 2\n    consequence: 2\n'
let register: string
beforeAll(() => {
  const roles = [...HOSTILE, 'Head\\nof lines\\e[2J'].map((it) =>
    it.includes('\\n') ? `  - title: "${it}"` : `  - title: '${it.replaceAll("'", "''")}'`,
  )
  register = registerOf({
    'register.yaml': `schema: 1\norganisation: us\nroles:\n${roles.join('\n')}\ndirectorates:\n  - id: community\n    name: Community\n`,
    'policy.yaml': 'extends: nhs-2026\ndocuments:\n  parking-permit:\n    title: Permit to park\n',
    'organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
    'partnerships/riverside.yaml': `name: 'Riverside $(touch pwned)'\nstatus: active\nkind: contract\n${RISKS}documents:\n  - type: agreement\n`,
    'partnerships/riverbank.yaml': 'name: [\n',
    'partnerships/sub/river-mouth.md': '---\nname: "Mouth\\n\\e[2J"\nstatus: active\nkind: contract\n---\n',
    'partnerships/$(touch pwned).yaml': 'name: X\nstatus: active\nkind: contract\n',
    'updates/2026-04.md': '---\nas-of: 2026-04-30\n---\n',
  })
  mkdirSync(join(work, 'bin'))
  const call = `exec '${process.execPath}' '${join(ROOT, 'bin', 'partners.cjs')}' "$@"`
  writeFileSync(join(work, 'bin', 'partners'), `#!/bin/sh\n${call}\n`, { mode: 0o755 })
})

/** What the tool answers to words, of which the last is at the cursor: what it is, and the words without what they mean. */
function asked(...words: string[]) {
  const { code, stdout, stderr } = runPartners(['__complete', 'zsh', '--', ...words], { cwd: register })
  expect([code, stderr]).toEqual([0, ''])
  const [kind, ...lines] = stdout.trimEnd().split('\n')
  return { kind, words: lines.map((it) => it.split('\t')[0]), lines }
}

describe('what may follow', () => {
  test('commands, each with what it does; none that people do not type', () => {
    const { words, lines } = asked('')
    expect(words).toEqual(expect.arrayContaining(['validate', 'report', 'completion', 'help', 'status']))
    expect(words.join()).not.toContain('__')
    expect(lines).toContainEqual(expect.stringMatching(/^due\tShow what is due/))
    expect(asked('va').words).toEqual(['validate'])
    expect(asked('help', 'va').words).toEqual(['validate'])
  })

  test('every command and option that its help names is known, so that nothing is listed twice', () => {
    const help = runPartners(['help', 'report']).stdout
    const named = [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map((it) => it[1])
    expect(asked('report', '--').words.toSorted()).toEqual(named.toSorted())
  })

  test('an option that was given is not offered again, unless it may be repeated', () => {
    expect(asked('list', '--format', 'csv', '--where', 'tier=major', '--').words).not.toContain('--format')
    expect(asked('list', '--format', 'csv', '--where', 'tier=major', '--').words).toContain('--where')
  })

  test.each<[string[], string[]]>([
    [['list', '--format', ''], Object.keys(rowFormats)],
    [['list', '--format=c'], ['csv']],
    [['list', 'ri'], ['risks']],
    [['due', '--kind', 'review', 'act'], ['action']],
    [['report', 'ri'], ['risk']],
    [
      ['report', 'partnership', 'river'],
      ['river-mouth', 'riverbank', 'riverside'],
    ],
    [['report', '--update', ''], ['2026-04']],
    [['show', 'riverb'], ['riverbank']],
    [['show', 'u'], ['us']],
    [['explain', 'review/o'], ['review/overdue']],
    [['validate', '--rule', 'lead/missing', 'review/o'], ['review/overdue']],
    [['list', 'risks', '--sort', 'sco'], ['score']],
    [['schema', 'up'], ['update']],
    [['policy', 'ti'], ['tiers']],
    [
      ['due', '--as-of', ''],
      ['today', 'commit'],
    ],
    [['new', '--directorate', ''], ['community']],
    [['new', '--lead', 'Head;'], ['Head; touch pwned']],
    [['new', '--partner', 'u'], ['us']],
    [['new', '--parent', 'riverb'], ['riverbank']],
    [['record', 'action', 'riverside', '--owner', 'Head;'], ['Head; touch pwned']],
    [['record', 'review', 'riverside', '--by', 'Head;'], ['Head; touch pwned']],
    [['record', 'document', 'riverside', '--type', 'agree'], ['agreement']],
    [['record', 'document', 'riverside', '--type', 'parking'], ['parking-permit']],
    [['record', 'risk', 'riverside', '--category', 'fin'], ['finances']],
    [['organisation', 'merge', 'us', ''], ['us']],
    [
      ['list', '--columns', 'name,stat'],
      ['name,status', 'name,statutory'],
    ],
    [['list', 'risks', '--columns', 'sco'], ['score']],
    [['list', '--columns=name,status,nam'], []],
    [['-'], expect.arrayContaining(['--version', '--register', '--as-of'])],
    [['--as-of', 'today', '--reg'], ['--register']],
    [['init', '--id', ''], []],
    [['validate', '--no-such', '--al'], ['--all']],
    [['due', '--', '--'], []],
  ])('partners %j', (typed, expected) => {
    expect(asked(...typed).words).toEqual(expected)
  })

  test('files and folders are left to the shell', () => {
    expect(asked('report', '--out', '').kind).toBe('files')
    expect(asked('report', '--template=x').kind).toBe('files')
    expect(asked('validate', 'part').kind).toBe('files')
    expect(asked('due', '-r', '').kind).toBe('folders')
  })

  test.each([
    ['itself', () => register],
    ['from the home folder', () => `~/${basename(register)}`],
  ])('the register that -r names is asked: %s', (_, named) => {
    const env = { HOME: dirname(register) }
    const run = runPartners(['__complete', 'zsh', '--', 'show', '-r', named(), 'riverb'], { cwd: tmpdir(), env })
    expect(run.stdout).toBe('words\nriverbank\n')
  })

  test('names are told in one line without control characters; what cannot be typed is left out', () => {
    const { lines } = asked('show', 'river')
    expect(lines).toEqual(['river-mouth\tMouth <U+001B>[2J', 'riverbank', 'riverside\tRiverside $(touch pwned)'])
    expect(asked('show', '$').words).toEqual([])
    expect(asked('due', '--lead', '').words).toEqual(HOSTILE)
  })

  test.each([
    ['no register', {}],
    ['a broken register.yaml', { 'register.yaml': 'roles: [\n' }],
    ['a register of a later release', { 'register.yaml': 'schema: 99\norganisation: us\nroles:\n  - title: A\n' }],
  ])('%s: only what is known, and nothing on stderr', (_, files) => {
    const cwd = Object.keys(files).length === 0 ? tmpdir() : registerOf(files)
    for (const [words, expected] of [
      [['due', '--lead', ''], /^(words\n)?$/],
      [['show', ''], /^(words\n)?$/],
      [['due', '--by', 'le'], /^words\nlead\n$/],
      [['due', '-r', 'nowhere', '--lead', ''], /^(words\n)?$/],
    ] as const) {
      const { code, stdout, stderr } = runPartners(['__complete', 'zsh', '--', ...words], { cwd })
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toMatch(expected)
    }
  })

  test('it is nobody’s suggestion, and stands in no help', () => {
    expect(runPartners(['--help']).stdout).not.toContain('__complete')
    expect(runPartners(['complete']).stderr).toContain('(Did you mean one of completion, template?)')
  })
})

test('a text is cut by the columns that it takes', () => {
  expect(cut('漢字漢字', 8)).toBe('漢字漢字')
  expect(cut('漢字漢字漢', 8)).toBe('漢字...')
  expect(cut('größe👩‍👩‍👧👍', 9)).toBe('größe👩‍👩‍👧👍')
  expect(cut('größe👩‍👩‍👧👍!', 9)).toBe('größe...')
})

describe('commands that are to come', () => {
  const ports = () => ({ cwd: register, env: {} }) as unknown as Ports
  const root = () => {
    const partners = new Command('partners')
    partners
      .command('set')
      .description('set a field')
      .argument('<id>')
      .argument('<path>')
      .argument('<value>')
      .addOption(new Option('--reason <text>'))
    const organisation = partners.command('organisation').description('work on organisations')
    organisation.addCommand(
      new Command('merge')
        .description('merge two')
        .addArgument(completing(new Argument('<from>'), { names: 'organisation' }))
        .addArgument(completing(new Argument('<into>'), { names: 'organisation' })),
    )
    organisation.command('list').addArgument(new Argument('[how]').choices(['short', 'long']))
    return partners
  }
  const after = async (words: string[], prefix = '') => {
    const { words: known, source, typed } = wantedAt(root(), words, prefix)
    const given = source === undefined ? [] : await wordsOf(source, { ports: ports(), typed, prefix })
    if (typeof given === 'string') return given
    return [...known, ...given].map((it) => it.value).filter((it) => it.startsWith(prefix))
  }

  test('subcommands, and what their arguments declare', async () => {
    expect(await after(['organisation'])).toEqual(['merge', 'list', 'help'])
    expect(await after(['organisation', 'merge'])).toEqual(['us'])
    expect(await after(['organisation', 'merge', 'us'])).toEqual(['us'])
    expect(await after(['organisation', 'list'])).toEqual(['short', 'long'])
  })

  test('set ID PATH VALUE: ids, paths of fields, items of the lists that the record has, and values', async () => {
    expect(await after(['set'], 'riverb')).toEqual(['riverbank'])
    expect(await after(['set', 'riverside'], 'value.d')).toEqual(['value.direction'])
    expect(await after(['set', 'riverside'])).toEqual(
      expect.arrayContaining(['name', 'status', 'value.amount', 'lead']),
    )
    expect(await after(['set', 'riverside'], 'ris')).toEqual(
      expect.arrayContaining(['risk-summary', 'risks[workforce].owner', 'risks[workforce].likelihood']),
    )
    expect(await after(['set', 'us'], 'kin')).toEqual(['kind'])
    expect(await after(['set', 'riverside'], 'unknown.value.d')).toEqual(['unknown.value.direction'])
    expect(await after(['set', 'riverside'], 'unknown.risks[')).toContain('unknown.risks[workforce].owner')
    expect(await after(['set', 'riverside'])).not.toContain('unknown.name')
    expect(await after(['set', 'riverside', 'documents[agreement].type'], 'park')).toEqual(['parking-permit'])
    expect(await after(['set', 'riverside', 'risks[workforce].category'], 'fin')).toEqual(['finances'])
    expect(await after(['set', 'riverside', 'status'])).toEqual([
      'proposed',
      'active',
      'under-review',
      'ending',
      'ended',
    ])
    expect(await after(['set', 'riverside', 'care'])).toEqual(['true', 'false'])
    expect(await after(['set', 'riverside', 'lead'])).toContain('Head of $(touch pwned)')
    expect(await after(['set', 'riverside', 'risks[workforce].owner'])).toContain('Head; touch pwned')
    expect(await after(['set', 'riverside', 'parent'], 'riverb')).toEqual(['riverbank'])
    expect(await after(['set', 'us', 'kind'], 'nhs-t')).toEqual(['nhs-trust'])
    expect(await after(['set', 'riverside', 'no.such.field'])).toEqual([])
    expect(await after(['set', 'register'], 'financial')).toEqual(['financial-year-start'])
    expect(await after(['set', 'register'], 'directorates[')).toContain('directorates[community].name')
    expect(await after(['set', 'register'])).not.toContain('value.amount')
    expect(await after(['set', '2026-04'])).toContain('as-of')
    expect(await after(['set', '2026-04'])).not.toContain('kind')
    expect(await after(['set', 'riverside', 'name'])).toEqual([])
  })
})

const BREAKS = ' \t\n"\'@><=;|&(:'
const MANNERS = { breaks: BREAKS.replace(/[\s"']/g, ''), backslashInSingle: false }
const ENV = () => ({ PATH: `${join(work, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: work, LC_ALL: 'C.UTF-8' })
/** Runs a shell in the folder of the register. */
const inShell = (shell: string, args: readonly string[], env: Record<string, string> = ENV()) =>
  runProgram(shell, args, { cwd: register, env })
const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0

describe.skipIf(!has('bash'))('bash', () => {
  const DRIVER = `
source <(partners completion bash)
COMP_TYPE=$1 COMP_LINE=$2 COMP_POINT=\${#2} COMP_CWORD=1 COLUMNS=80
COMP_WORDS=(partners '')
compopt() { echo "compopt $*"; }
_partners partners
for reply in "\${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done`
  const bash = (script: string, ...args: string[]) => inShell('bash', ['--norc', '-c', script, 'bash', ...args])
  const replies = (line: string, type = '9') => {
    const { stdout, stderr } = bash(DRIVER, type, line)
    expect(stderr).toBe('')
    return stdout.split('\n').slice(0, -1)
  }

  test('completes commands, options, values and ids', () => {
    expect(replies('partners val')).toEqual(['validate'])
    expect(replies('NO_COLOR=1 partners validate --ru')).toEqual(['--rule'])
    expect(replies('partners list --format=c')).toEqual(['csv']) // bash takes the word apart at =
    expect(replies('partners show "riverb')).toEqual(['riverbank'])
    expect(replies('partners no-such ')).toEqual([])
  })

  test('leaves files and folders to bash', () => {
    expect(replies('partners report --out ')).toEqual(['compopt -o default'])
    expect(replies('partners -r ')).toEqual(['compopt -o dirnames'])
  })

  test('listings tell what each word means; what is put in does not', () => {
    expect(replies('partners show river', '63')).toEqual([
      'river-mouth  (Mouth <U+001B>[2J)',
      'riverbank',
      'riverside    (Riverside $(touch pwned))',
    ])
    expect(replies('partners show river', '9')).toEqual(['river-mouth', 'riverbank', 'riverside'])
    for (const line of replies('partners ', '63')) expect(line.length).toBeLessThan(80)
  })

  test.each(['', '"', "'"])('hostile names in the quote %j reach the tool as they are, and nothing is run', (quote) => {
    const texts = replies(`partners due --lead ${quote}Head`)
    expect(texts).toHaveLength(HOSTILE.length)
    const words = texts.map((it) => `${quote}${it}${quote}`).join(' ')
    expect(bash(`printf '%s\\n' ${words}`).stdout.split('\n').slice(0, -1)).toEqual(HOSTILE)
    expect(existsSync(join(register, 'pwned'))).toBe(false)
  })

  test('any text that is completed from anywhere in it is read by bash as that text', () => {
    const samples = fc.sample(
      fc.record({
        text: fc.string({ unit: fc.constantFrom(...'ab é=:@;"\'\\$`!*(~#[{&|>-'), minLength: 1, maxLength: 12 }),
        cut: fc.nat(12),
        quote: fc.constantFrom('', '"', "'"),
      }),
      { numRuns: 400, seed: 7 },
    )
    const lines = samples.flatMap(({ text, cut, quote }) => {
      const typed = [...text].slice(0, cut).join('')
      if (typed === '' && quote === '') return []
      if (quote === "'" && typed.includes("'")) return [] // which would be the end of the quote
      const raw =
        quote === "'"
          ? typed
          : quote === '"'
            ? typed.replace(/["\\$`]/g, '\\$&')
            : typed.replace(/[^\p{L}=:@-]/gu, '\\$&')
      const line = readShellLine(`x ${quote}${raw}`, MANNERS)
      expect(line.current).toBe(typed)
      const [reply] = bashReplies([{ value: text, description: undefined }], line, { type: '9', width: 80 })
      const from = quote === '' ? line.breakAt + 1 : 1
      return [{ text, word: `${line.raw.slice(0, from)}${reply}${quote}` }]
    })
    expect(lines.length).toBeGreaterThan(200)
    const script = join(work, 'words.bash')
    writeFileSync(script, `printf '%s\\n' ${lines.map((it) => it.word).join(' ')}\n`)
    const { stdout } = inShell('bash', ['--norc', script])
    expect(stdout.split('\n').slice(0, -1)).toEqual(lines.map((it) => it.text))
  })

  test('a line is split as bash splits it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'ab =:\'"\\$`!') }), { maxLength: 4 }), (words) => {
        const typed = words.map((it) => `'${it.replaceAll("'", "'\\''")}'`).join(' ')
        expect(readShellLine(`${typed} `, MANNERS).words).toEqual(words)
      }),
    )
  })
})

describe.skipIf(!has('zsh'))('zsh', () => {
  /** What only exists while somebody types in zsh is stood in for by what tells how it was called. */
  const DRIVER = `
compadd() { shift 5; print -rl -- "\${values[@]}" }
compset() { print -r -- "compset $*" }
_files() { print -r -- "_files $*" }
compdef() { : }
source <(partners completion zsh)
words=(partners "\${(@)argv[1,-2]}" "$argv[-1]") CURRENT=$#words PREFIX=$argv[-1]
_partners`
  const replies = (...words: string[]) => {
    const { stdout, stderr } = inShell('zsh', ['-f', '-c', DRIVER, 'zsh', ...words])
    expect(stderr).toBe('')
    return stdout.split('\n').slice(0, -1)
  }

  test('completes commands, values and ids, and leaves files to zsh', () => {
    expect(replies('val')).toEqual(['validate'])
    expect(replies('show', 'river')).toEqual(['river-mouth', 'riverbank', 'riverside'])
    expect(replies('list', '--format=c')).toEqual(['compset -P 1 *=', 'csv'])
    expect(replies('report', '--out', '')).toEqual(['_files '])
    expect(replies('-r', '')).toEqual(['_files -/'])
  })

  test('of a bracket without quotes, which is a subscript to zsh, it is told how to write it', () => {
    const TYPED = `
zmodload zsh/zpty
zpty typist 'zsh -f -i'
zpty -w typist 'autoload -Uz compinit; compinit -u -D; source <(partners completion zsh); print rea""dy'
zpty -r typist shown '*ready*'
zpty -w -n typist $'partners set riverside risks[\t'
zpty -r typist shown '*(quote|HISTCMD)*:*\\[*'
print -r -- $shown
zpty -d typist`
    const env = { ...ENV(), TERM: 'dumb' }
    const { stdout } = inShell('zsh', ['-f', '-c', TYPED], env)
    expect(stdout).toContain('quote the bracket: risks\\[')
    expect(stdout).not.toContain('HISTCMD')
  })

  test('words are taken without their quotes; nothing is run', () => {
    expect(replies('due', '--lead', 'Head')).toEqual(HOSTILE)
    expect(replies('due', '--lead', 'Head\\ of\\ \\$')).toEqual(['Head of $(touch pwned)'])
    expect(replies('show', '-r', "'$(touch pwned)'", 'r')).toEqual([])
    expect(existsSync(join(register, 'pwned'))).toBe(false)
  })
})

describe.skipIf(!has('fish'))('fish', () => {
  const replies = (line: string) => {
    const { stdout, stderr } = inShell(
      'fish',
      ['--no-config', '-c', 'partners completion fish | source; complete -C "$argv[1]"', line],
      { ...ENV(), XDG_CONFIG_HOME: work, XDG_DATA_HOME: work },
    )
    expect(stderr).toBe('')
    return stdout.split('\n').slice(0, -1)
  }
  const values = (line: string) => replies(line).map((it) => it.split('\t')[0])

  test('completes commands, values and ids, with what they mean, and files', () => {
    expect(replies('partners val')).toEqual([expect.stringMatching(/^validate\tCheck every file/)])
    expect(values('partners list --format=c')).toEqual(['--format=csv'])
    expect(replies('partners show riverside')).toEqual(['riverside\tRiverside $(touch pwned)'])
    expect(values('partners report --out=reg')).toEqual(['--out=register.yaml'])
    expect(values('partners -r part')).toEqual(['partnerships/'])
  })

  test('hostile names stay what they are; nothing is run', () => {
    expect(values('partners due --lead "Head').toSorted()).toEqual(HOSTILE.toSorted())
    expect(existsSync(join(register, 'pwned'))).toBe(false)
  })
})

test('partners completion tells how to have it, and refuses another shell', () => {
  expect(runPartners(['help', 'completion']).stdout).toContain("echo 'source <(partners completion bash)' >> ~/.bashrc")
  const { code, stderr } = runPartners(['completion', 'tcsh'])
  expect(code).toBe(2)
  expect(stderr).toContain('"tcsh" is not one of the choices; choices are bash, zsh, fish')
})

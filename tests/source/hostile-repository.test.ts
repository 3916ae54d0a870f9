import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runPartners } from '../run-partners.js'
import { edit, PARTNERSHIP, reviewed, VALUE } from '../stamps/reviewed.js'
import { committed, git } from './repository.js'
import { tempFolder } from './temp-folder.js'

const isWindows = process.platform === 'win32'

/** Programs that a hostile repository names. Each leaves a file in a folder, by which it is known that it ran. */
class Traps {
  readonly folder = tempFolder()

  /** A line of a shell that leaves a mark, and then does as it is told. */
  line = (name: string, then = 'true') => `touch ${this.folder}/${name}; ${then}`

  /** A program of its own. */
  program(file: string, name: string): string {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, `#!/bin/sh\n${this.line(name)}\n`)
    chmodSync(file, 0o755)
    return file
  }

  get sprung(): string[] {
    return readdirSync(this.folder).sort()
  }

  clear(): void {
    for (const it of this.sprung) rmSync(join(this.folder, it))
  }
}

const HOOKS = ['post-index-change', 'reference-transaction', 'post-checkout', 'pre-commit', 'fsmonitor-watchman']
const ASKED = 'log rev-parse rev-list ls-tree cat-file ls-files check-attr config remote for-each-ref merge-base'.split(
  ' ',
)

/** Every setting of git that names a program, or leads to where one is named. */
function hostileConfig(traps: Traps, top: string): string {
  const program = (name: string) => traps.program(join(top, '.git', 'traps', name), name)
  for (const hook of HOOKS) traps.program(join(top, '.git', 'traps', 'hooks', hook), `hook-${hook}`)
  const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`
  const included = join(top, '.git', 'included')
  writeFileSync(included, `[filter "i"]\n\tclean = ${quoted(traps.line('included-filter', 'cat'))}\n`)
  return [
    '[core]',
    'repositoryformatversion = 1',
    `fsmonitor = ${program('fsmonitor')}`,
    `hooksPath = ${join(top, '.git', 'traps', 'hooks')}`,
    `pager = ${quoted(traps.line('pager', 'cat'))}`,
    `sshCommand = ${program('ssh')}`,
    `gitProxy = ${program('proxy')}`,
    `askPass = ${program('askpass')}`,
    `editor = ${program('editor')}`,
    `alternateRefsCommand = ${program('alternate-refs')}`,
    '[filter "e"]',
    `clean = ${quoted(traps.line('clean', 'cat'))}`,
    `smudge = ${quoted(traps.line('smudge', 'cat'))}`,
    'required = true',
    '[filter "p"]',
    `process = ${program('process')}`,
    '[diff]',
    `external = ${program('external-diff')}`,
    '[diff "e"]',
    `textconv = ${program('textconv')}`,
    `command = ${program('diff-command')}`,
    '[merge "e"]',
    `driver = ${quoted(traps.line('merge-driver'))}`,
    '[gpg]',
    `program = ${program('gpg')}`,
    '[gpg "ssh"]',
    `program = ${program('ssh-keygen')}`,
    '[log]',
    'showSignature = true',
    '[credential]',
    `helper = ${quoted(`!${traps.line('credential')}`)}`,
    '[uploadpack]',
    `packObjectsHook = ${program('pack-objects')}`,
    '[alias]',
    ...ASKED.map((it) => `${it} = ${quoted(`!${traps.line(`alias-${it}`)}`)}`),
    '[pager]',
    ...ASKED.map((it) => `${it} = ${quoted(traps.line(`pager-${it}`, 'cat'))}`),
    '[include]',
    `path = ${included}`,
    '[protocol]',
    'allow = always',
    '[protocol "ext"]',
    'allow = always',
    '[extensions]',
    'partialClone = origin',
    '[remote "origin"]',
    `url = ext::${program('remote-ext')}`,
    `url = ${top}`,
    `uploadpack = ${program('uploadpack')}`,
    'promisor = true',
    'partialCloneFilter = blob:none',
    '[submodule "s"]',
    `update = ${quoted(`!${traps.line('submodule')}`)}`,
    '',
  ].join('\n')
}

/** Commands that look at the repository in some way, and some that change the register in it. */
const COMMANDS = [
  'validate --as-of commit',
  'validate --as-of commit --format sarif',
  'validate --revision HEAD~1',
  'status',
  'list --as-of commit',
  'list --revision v1',
  'show riverside --as-of commit',
  'due --as-of commit',
  'chase --as-of commit --incomplete',
  'report board-update --as-of commit --incomplete',
  'report board-update --incomplete --since 2026-06-30',
  'report board-update --incomplete --since v1',
  'report review --incomplete',
  'diff',
  'diff HEAD~1',
  'diff v1..HEAD',
  'diff HEAD~1...HEAD --format markdown',
  'policy --diff',
  'fix --dry-run',
  'set riverside value.basis approximate',
  'baseline',
].map((it) => it.split(' '))

describe.skipIf(isWindows)('looking at a repository runs nothing of it', () => {
  /** A repository in which the first commit lacks the content of a file, as a partial clone does. */
  async function hostile() {
    const { top, root } = await reviewed()
    git(top, 'tag', '-f', 'v1', git(top, 'rev-list', '--max-parents=0', 'HEAD'))
    edit(root, PARTNERSHIP, VALUE)
    writeFileSync(join(root, '.gitattributes'), '*.yaml filter=e diff=e merge=e\npolicy.yaml filter=p\n')
    writeFileSync(join(root, 'organisations', '.gitattributes'), '*.yaml filter=i\n')
    committed(top)
    signHead(top)
    const lacking = git(top, 'rev-parse', `v1:care/register/${PARTNERSHIP}`)
    rmSync(join(top, '.git', 'objects', lacking.slice(0, 2), lacking.slice(2)))
    edit(root, 'register.yaml', ['organisation: us\n', 'organisation: us\n# looked at\n'])
    writeFileSync(join(root, 'contacts.local.yaml'), 'roles: {}\n') // git is asked whether it has it
    const traps = new Traps()
    appendFileSync(join(top, '.git', 'config'), hostileConfig(traps, top))
    return { top, root, traps }
  }

  /** HEAD as a commit that bears a signature, which git may be told to check with a program. */
  function signHead(top: string) {
    const [head, ...body] = git(top, 'cat-file', 'commit', 'HEAD').split('\n\n')
    const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----'
    writeFileSync(join(top, '.git', 'signed'), `${head}\n${signature}\n\n${body.join('\n\n')}\n`)
    git(top, 'reset', '-q', '--soft', git(top, 'hash-object', '-t', 'commit', '-w', join(top, '.git', 'signed')))
  }

  test('the traps are real: git itself walks into them', async () => {
    const { root, traps } = await hostile()
    for (const args of [
      ['status'],
      ['grep', '--textconv', 'us', 'HEAD', '--', '.'],
      ['log', '-1'],
      ['log', '-2', '-p'],
      ['show', `v1:./${PARTNERSHIP}`],
    ])
      spawnSync('git', args, { cwd: root })
    expect(traps.sprung).toEqual(
      expect.arrayContaining(['clean', 'fsmonitor', 'gpg', 'included-filter', 'process', 'remote-ext', 'textconv']),
    )
  })

  test.each(COMMANDS.map((it) => [it.join(' '), it] as const))('%s', async (_name, args) => {
    const { top, root, traps } = await hostile()
    for (const cwd of [root, top]) {
      const { stdout, stderr } = runPartners([...args, ...(cwd === top ? ['-r', root] : [])], { cwd })
      expect(`${stdout}${stderr}`).not.toMatch(/fault of the tool|\n {4}at /)
    }
    expect(traps.sprung).toEqual([])
  })

  test('a file that a filter stands before is told as not compared, and never as changed', async () => {
    const { root, top, traps } = await hostile()
    const paper = () => runPartners(['report', 'review', '--incomplete'], { cwd: root }).stdout
    expect(paper()).toMatch(/revision \w{8} \(register\.yaml cannot be compared with it without running a filter\)/)
    expect(traps.sprung).toEqual([])
    git(top, 'config', '--file', '.git/config', '--remove-section', 'include')
    writeFileSync(join(root, 'partnerships', 'more.yaml'), 'name: More\nstatus: active\n')
    expect(paper()).toContain('with changes that are not committed')
  })
})

describe.skipIf(isWindows)('a register that is a bare repository, too, as a clone can bring one', () => {
  /** An ordinary clone whose folder `register` holds committed files that make a repository with a filter. */
  function embedded() {
    const traps = new Traps()
    const top = tempFolder({
      'register/register.yaml': 'schema: 1\norganisation: us\n',
      'register/policy.yaml': 'extends: nhs-2026\n',
      'register/organisations/us.yaml': 'name: Us\nkind: nhs-trust\n',
      'register/HEAD': 'ref: refs/heads/main\n',
      'register/objects/.keep': '',
      'register/refs/.keep': '',
      'register/.gitattributes': '*.yaml filter=e\n',
      'register/config': `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = "${traps.line('fsmonitor')}"\n[filter "e"]\n\tclean = "${traps.line('clean', 'cat')}"\n`,
    })
    committed(top)
    traps.clear()
    return { top, root: join(top, 'register'), traps }
  }

  test('is read as a folder of the clone, and its settings are nobody’s', () => {
    const { top, root, traps } = embedded()
    for (const args of COMMANDS) runPartners(args, { cwd: root })
    expect(traps.sprung).toEqual([])
    const { stdout } = runPartners(['validate', '--as-of', 'commit', '--format', 'json'], { cwd: root })
    expect(JSON.parse(stdout)).toHaveProperty('asOf')
    const id = git(top, 'rev-parse', '--short=8', 'HEAD')
    expect(runPartners(['report', 'review', '--incomplete'], { cwd: root }).stdout).toContain(`revision ${id}`)
    expect(traps.sprung).toEqual([])
  })

  test('and a repository that is bare on purpose is one', () => {
    const { top } = embedded()
    const bare = join(tempFolder(), 'bare')
    git(top, 'clone', '-q', '--bare', '.', bare)
    expect(runPartners(['list', '--revision', 'main'], { cwd: bare }).code).toBe(0)
  })
})

describe.skipIf(isWindows)('git is a program of PATH', () => {
  test.each([
    ['the folder of the register', (root: string) => root],
    ['a folder of the repository', (root: string) => join(root, '..', 'bin')],
    ['the folder where one stands', () => '.'],
    ['an empty entry', () => ''],
    [
      'a link to it',
      (root: string) => {
        const link = join(tempFolder(), 'bin')
        symlinkSync(join(root, '..', 'bin'), link)
        return link
      },
    ],
  ])('and not in %s', async (_name, folderOf) => {
    const { root } = await reviewed()
    const traps = new Traps()
    for (const folder of [root, join(root, '..', 'bin')]) traps.program(join(folder, 'git'), 'git')
    const env = { PATH: [folderOf(root), process.env['PATH']].join(':') }
    const { code } = runPartners(['list', '--as-of', 'commit'], { cwd: root, env })
    expect([code, traps.sprung]).toEqual([0, []])
  })
})

import { execFile } from 'node:child_process'
import { dirname } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { gitProgram } from './git-program.js'
import { findRepository, type Repository } from './repository.js'

/*
 * The one place that starts git. A repository belongs to whoever wrote it, and so do its settings: to look at it must run
 * nothing of it, and fetch nothing. What can be switched off is switched off here. What cannot (filter.*, diff.*.textconv,
 * include, alias) is met by asking only what never reads it: objects, trees, references, settings and attributes, and no
 * command that compares or writes files of the checkout (status, diff, checkout, add). docs/security.md has the list.
 */

/** Settings that stand above those of the repository. */
const SETTINGS = [
  'core.fsmonitor=false', // a program that is asked which files changed, whenever the index is read
  'core.hooksPath=/dev/null', // programs that run when something is written; nothing is, and none would be found
  'core.pager=cat',
  'core.askPass=',
  'core.sshCommand=false', // nothing is fetched: this would be how
  'credential.helper=', // an empty one takes all others away
  'log.showSignature=false', // gpg.program checks signatures
  'gpg.program=false',
  'log.showRoot=true', // what the history shows must not depend on how somebody likes to read it
  'log.follow=false',
  'log.mailmap=false',
  'color.ui=false',
]

/** What the environment says to git on top of the user's own. */
const ENVIRONMENT = {
  GIT_OPTIONAL_LOCKS: '0', // nothing is written, the index neither
  GIT_NO_REPLACE_OBJECTS: '1', // a commit is what its id says, whatever the repository puts in its place
  GIT_GRAFT_FILE: '/dev/null', // and its parents are its own
  GIT_NO_LAZY_FETCH: '1', // what a partial clone lacks is reported; before git 2.45 the protocols below see to it
  GIT_ALLOW_PROTOCOL: '/', // the only protocol that is allowed has a name that none can have
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C', // its words are looked at, and so are asked for in one language
}

/** A hook is run with these set; they would lead git to another repository than the one asked about. */
const LEADING_ELSEWHERE = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_NAMESPACE']

/** Longer than the longest history takes; a pipe in place of a file of git's would keep it for ever. */
const MOST_MILLISECONDS = 5 * 60 * 1000

/** Why git gave no answer; `refusalOf` says what it means for whoever runs the tool. */
export class GitFailure extends UsageError {
  /**
   * @param code its exit code; or `no-repository`, `no-git`, `no-answer`: it was not asked, or never ended
   * @param words what it said
   */
  constructor(
    readonly code: number | 'no-repository' | 'no-git' | 'no-answer',
    readonly words = '',
  ) {
    super(`git gave no answer: ${output(words) || code}`)
  }

  /** Its own reason, in one line. */
  get reason(): string {
    return output(this.words)
  }
}

function output(words: string): string {
  const lines = words.trim().split('\n')
  return (lines.find((it) => /^(?:fatal|error): /.test(it)) ?? lines[0]!).replace(/^\w+: /, '')
}

/** What git prints of the repository that a folder lies in. @throws GitFailure */
export const git = async (folder: string, ...args: readonly string[]): Promise<string> =>
  (await run(folder, args)).toString()

/** Asks git with something to read on its standard input; what it prints may be no text. @throws GitFailure */
export const gitWithInput = (folder: string, input: string, ...args: readonly string[]): Promise<Buffer> =>
  run(folder, args, input)

/** What git prints, without the line break; undefined where it prints nothing, or has no answer. */
export async function answerOf(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const answer = await askGit(folder, ...args)
  return answer instanceof GitFailure || answer === '' ? undefined : answer
}

/** Asks git something that may have no answer. */
export async function askGit(folder: string, ...args: readonly string[]): Promise<string | GitFailure> {
  try {
    return (await git(folder, ...args)).trim()
  } catch (error) {
    if (error instanceof GitFailure) return error
    throw error
  }
}

async function run(folder: string, args: readonly string[], input = ''): Promise<Buffer> {
  const repository = findRepository(folder)
  if (repository === undefined) throw new GitFailure('no-repository')
  const program = gitProgram(process.env['PATH'], repository.top)
  if (program === undefined) throw new GitFailure('no-git')
  return new Promise((resolve, reject) => {
    const options = { ...OPTIONS, cwd: repository.top, env: environmentFor(repository) }
    const child = execFile(program, [...settingsFor(repository), ...args], options, (error, stdout, stderr) =>
      error === null ? resolve(stdout) : reject(failureOf(error, stderr)),
    )
    child.stdin?.on('error', () => {}) // it ended before it read all: its exit code and words say why
    child.stdin?.end(input)
  })
}

const OPTIONS = { maxBuffer: 1024 * 1024 * 1024, encoding: 'buffer', timeout: MOST_MILLISECONDS } as const

function failureOf(error: Error & { code?: unknown }, stderr: Buffer): Error {
  if (typeof error.code === 'number') return new GitFailure(error.code, stderr.toString())
  if (typeof error.code !== 'string') return new GitFailure('no-answer') // it was ended
  return error.code.startsWith('ERR_') ? error : new GitFailure('no-git') // what PATH names is no program
}

/** Git is not given the place of the repository, as it would then not ask whom it belongs to: it finds the same one. */
const settingsFor = ({ isBare }: Repository): string[] => [
  '--no-pager',
  ...SETTINGS.flatMap((it) => ['-c', it]),
  ...(isBare ? [] : ['-c', 'safe.bareRepository=explicit']),
]

/** The work tree is where the repository was found, whatever `core.worktree` says. */
function environmentFor({ top, isBare }: Repository): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, ...ENVIRONMENT, GIT_CEILING_DIRECTORIES: dirname(top) }
  for (const name of LEADING_ELSEWHERE) delete env[name]
  return isBare ? env : { ...env, GIT_WORK_TREE: top }
}

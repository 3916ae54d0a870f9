import { dirname } from 'node:path'
import { UsageError } from '../model/usage-error.js'
import { gitProgram } from './git-program.js'
import { findRepository, type Repository } from './repository.js'

/*
 * The only place that starts git. A repository and its settings may come from anybody, so looking at it must not run any
 * program that they name, nor fetch anything. What can be switched off is switched off here. For what cannot (filter.*,
 * diff.*.textconv, include, alias), only commands are used that never read it: those for objects, trees, references,
 * settings and attributes, but none that compares or writes files of the checkout (status, diff, checkout, add).
 * docs/security.md has the list.
 */

/** Settings that override those of the repository. */
const SETTINGS = [
  'core.fsmonitor=false', // a program that git runs to find changed files, whenever it reads the index
  'core.hooksPath=/dev/null', // programs that git runs when it writes something
  'core.pager=cat',
  'core.askPass=',
  'core.sshCommand=false', // would be used for fetching
  'credential.helper=', // an empty one removes all others
  'log.showSignature=false', // would run gpg.program
  'gpg.program=false',
  'log.showRoot=true', // the history must not depend on the user's preferences
  'log.follow=false',
  'log.mailmap=false',
  'color.ui=false',
]

/** Environment variables for git, besides the user's own. */
const ENVIRONMENT = {
  GIT_OPTIONAL_LOCKS: '0', // nothing is written, not even the index
  GIT_NO_REPLACE_OBJECTS: '1', // a commit is what its id stands for, whatever the repository replaces it with
  GIT_GRAFT_FILE: '/dev/null', // and it has its own parents
  GIT_NO_LAZY_FETCH: '1', // what a partial clone lacks is reported; before git 2.45 the next setting ensures this
  GIT_ALLOW_PROTOCOL: '/', // allows only a protocol that cannot exist
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C', // its messages are parsed, and so must be in English
}

/** Set in hooks; these would lead git to another repository. */
const LEADING_ELSEWHERE = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_COMMON_DIR', 'GIT_NAMESPACE']

/** Longer than the longest history takes; without a limit, a pipe in place of one of git's files would block it for ever. */
const MOST_MILLISECONDS = 5 * 60 * 1000

/** Why git gave no answer; `refusalOf` makes a message for users of it. */
export class GitFailure extends UsageError {
  /**
   * @param code its exit code; or `no-repository`, `no-git`, `no-answer`: it was not started, or did not end
   * @param words its error output
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

/** What git prints about the repository that a folder is in. @throws GitFailure */
export const git = async (folder: string, ...args: readonly string[]): Promise<string> =>
  (await run(folder, args)).toString()

/** Runs git with standard input; its output need not be text. @throws GitFailure */
export const gitWithInput = (folder: string, input: string, ...args: readonly string[]): Promise<Buffer> =>
  run(folder, args, input)

/** What git prints, without the line break; undefined where it prints nothing or fails. */
export async function answerOf(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const answer = await askGit(folder, ...args)
  return answer instanceof GitFailure || answer === '' ? undefined : answer
}

/** What git prints, without the line break, or its failure. */
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
  const { execFile } = await import('node:child_process') // loads much of Node, and most runs need no git
  return new Promise((resolve, reject) => {
    const options = { ...OPTIONS, cwd: repository.top, env: environmentFor(repository) }
    const child = execFile(program, [...settingsFor(repository), ...args], options, (error, stdout, stderr) =>
      error === null ? resolve(stdout) : reject(failureOf(error, stderr)),
    )
    child.stdin?.on('error', () => {}) // it ended before reading all of it; the exit code and error output show why
    child.stdin?.end(input)
  })
}

const OPTIONS = { maxBuffer: 1024 * 1024 * 1024, encoding: 'buffer', timeout: MOST_MILLISECONDS } as const

function failureOf(error: Error & { code?: unknown }, stderr: Buffer): Error {
  if (typeof error.code === 'number') return new GitFailure(error.code, stderr.toString())
  if (typeof error.code !== 'string') return new GitFailure('no-answer') // it was killed
  return error.code.startsWith('ERR_') ? error : new GitFailure('no-git') // the git on PATH cannot be run
}

/** Git is left to find the repository itself: given the path, it would not check who owns it. */
const settingsFor = ({ isBare }: Repository): string[] => [
  '--no-pager',
  ...SETTINGS.flatMap((it) => ['-c', it]),
  ...(isBare ? [] : ['-c', 'safe.bareRepository=explicit']),
]

/** The work tree is where the repository was found, whatever `core.worktree` is. */
function environmentFor({ top, isBare }: Repository): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, ...ENVIRONMENT, GIT_CEILING_DIRECTORIES: dirname(top) }
  for (const name of LEADING_ELSEWHERE) delete env[name]
  return isBare ? env : { ...env, GIT_WORK_TREE: top }
}

import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../run-partners.js'
import { tempFolder } from './temp-folder.js'

const ENV = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_AUTHOR_DATE: '2026-04-30T12:00:00Z',
  GIT_COMMITTER_NAME: 'C',
  GIT_COMMITTER_EMAIL: 'c@example.org',
  GIT_ALLOW_PROTOCOL: 'file',
}

/** Runs git in a folder, and gives what it prints. */
export const git = (folder: string, ...args: string[]): string => printed(folder, 'git', args)

/** Does what a hint says, as a person would, in a shell. */
export const follow = (folder: string, command: string): string => printed(folder, 'sh', ['-c', `${command} -q`])

function printed(cwd: string, program: string, args: readonly string[]): string {
  const { code, stdout, stderr } = runProgram(program, args, { cwd, env: ENV })
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  return stdout.trim()
}

/** Commits all that is in a folder, on the branch `main` where it is no repository yet; gives the commit's short id. */
export function committed(folder: string, message = 'change'): string {
  git(folder, 'init', '-q', '-b', 'main', '--template=')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-qm', message)
  return git(folder, 'rev-parse', '--short=8', 'HEAD')
}

/** Gives a folder that is built once, and copied for each test that changes it: a history takes a dozen starts of git. */
export function builtOnce(build: () => string): () => string {
  let built: string | undefined
  return () => {
    if (built === undefined) {
      built = mkdtempSync(join(tmpdir(), 'built-'))
      cpSync(build(), built, { recursive: true, verbatimSymlinks: true })
    }
    const folder = tempFolder()
    cpSync(built, folder, { recursive: true, verbatimSymlinks: true })
    return folder
  }
}

import { inShell } from '../model/in-shell.js'
import { UsageError } from '../model/usage-error.js'
import { findRepository } from './repository.js'
import { askGit, GitFailure } from './run-git.js'

/** Why git cannot answer about a folder. */
export type GitProblem = 'no-git' | 'no-repository' | 'not-trusted' | 'not-readable'

/** Why git cannot answer about a folder, and what to do about it. */
export class GitRefusal extends UsageError {
  constructor(
    readonly problem: GitProblem,
    message: string,
    hint: string,
  ) {
    super(message, hint)
  }
}

/**
 * Why git cannot answer about a folder; undefined where it can.
 * @param instead the hint where there is no git, or no repository
 */
export async function refusalIn(folder: string, instead?: string): Promise<GitRefusal | undefined> {
  const answer = await askGit(folder, 'rev-parse', '--git-dir')
  return answer instanceof GitFailure ? refusalOf(folder, answer, instead) : undefined
}

/** What a failure of git means, where the fault is not in the arguments. */
export function refusalOf(
  folder: string,
  { code, words, reason }: GitFailure,
  instead = 'check that state out, and name its folder with --register',
): GitRefusal {
  const top = findRepository(folder)?.top ?? folder
  if (code === 'no-git') return new GitRefusal('no-git', 'git is not installed, so revisions cannot be read', instead)
  if (code === 'no-repository' || /not a git repository/.test(words))
    return new GitRefusal('no-repository', `${folder} is not in a git repository, so it has no revisions`, instead)
  if (/dubious ownership|unsafe repository/.test(words))
    return new GitRefusal(
      'not-trusted',
      `git does not trust ${top}, which belongs to another user`,
      `git config --global --add safe.directory ${inShell(top)}`,
    )
  const why = code === 'no-answer' ? 'it gave no answer' : reason
  return new GitRefusal('not-readable', `git cannot read the repository ${top}: ${why}`, 'repair it first')
}

import { UsageError } from '../model/usage-error.js'
import { findRepository } from './repository.js'
import { askGit, GitFailure } from './run-git.js'

/** Why git tells nothing of a folder, with the way out. */
export class GitRefusal extends UsageError {
  /** @param brief the same as a part of a sentence that names no path, such as `git is not installed` */
  constructor(
    readonly brief: string,
    message: string,
    hint: string,
  ) {
    super(message, hint)
  }
}

/**
 * Why git can tell nothing of a folder; undefined where it can.
 * @param instead the way out where there is no git, or no repository
 */
export async function refusalIn(folder: string, instead?: string): Promise<GitRefusal | undefined> {
  const answer = await askGit(folder, 'rev-parse', '--git-dir')
  return answer instanceof GitFailure ? refusalOf(folder, answer, instead) : undefined
}

/** What a failure of git means, where it is not about what was asked. */
export function refusalOf(
  folder: string,
  { code, words }: GitFailure,
  instead = 'compare two folders instead',
): GitRefusal {
  const top = findRepository(folder)?.top ?? folder
  if (code === 'no-git')
    return new GitRefusal('git is not installed', 'git is not installed, and it keeps the revisions', instead)
  if (code === 'no-repository' || /not a git repository/.test(words))
    return new GitRefusal(
      'it is in no git repository',
      `${folder} is in no git repository, so it has no revisions`,
      instead,
    )
  if (/dubious ownership|unsafe repository/.test(words))
    return new GitRefusal(
      'git does not trust its folder',
      `git does not trust ${top}, which belongs to another user`,
      `git config --global --add safe.directory ${quoted(top)}`,
    )
  const why = code === 'no-answer' ? 'it gave no answer' : firstLine(words)
  return new GitRefusal('git cannot read its repository', `git cannot read the repository ${top}: ${why}`, 'mend that first')
}

const firstLine = (words: string): string => {
  const lines = words.trim().split('\n')
  return (lines.find((it) => /^(?:fatal|error): /.test(it)) ?? lines[0]!).replace(/^\w+: /, '')
}

/** A path as a shell takes it. */
const quoted = (path: string) => (/^[\w./@:+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)

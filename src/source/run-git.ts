import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Runs git on a folder without waiting for locks, and without settings that start programs or add lines. */
export async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', argumentsOf(folder, args), { ...OPTIONS, env: environment() })
  return stdout
}

/** What git prints, or why it printed nothing: its exit code and words. */
export type Answer = { readonly out: string } | { readonly code: number | string; readonly words: string }

/** Asks git something that may have no answer. */
export async function askGit(folder: string, ...args: readonly string[]): Promise<Answer> {
  try {
    return { out: (await git(folder, ...args)).trim() }
  } catch (error) {
    const { code = '', stderr = '' } = error as { code?: number | string; stderr?: string }
    return { code, words: stderr }
  }
}

/** The answer to a question that may have none. */
export async function answerOf(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  const answer = await askGit(folder, ...args)
  return 'out' in answer && answer.out !== '' ? answer.out : undefined
}

/** Runs git with something to read on its standard input; what it prints may be no text. */
export function gitWithInput(folder: string, input: string, ...args: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { ...OPTIONS, encoding: 'buffer' as const, env: environment() }
    const child = execFile('git', argumentsOf(folder, args), options, (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    )
    child.stdin!.on('error', reject)
    child.stdin!.end(input)
  })
}

const OPTIONS = { maxBuffer: 1024 * 1024 * 1024, encoding: 'utf8' } as const
const SETTINGS = ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false', '-c', 'color.ui=false']
const argumentsOf = (folder: string, args: readonly string[]) => ['-C', folder, '--no-pager', ...SETTINGS, ...args]

function environment(): NodeJS.ProcessEnv {
  // a hook is run with these set; they would lead git to another folder than the one asked about
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = process.env
  // its words are looked at, and so are asked for in one language; what a partial clone lacks is never fetched
  return { ...env, GIT_OPTIONAL_LOCKS: '0', GIT_ALLOW_PROTOCOL: 'none', LC_ALL: 'C' }
}

import { runPartners, runProgram, type Run } from './run-partners.js'

const WHO = { GIT_AUTHOR_NAME: 'x', GIT_AUTHOR_EMAIL: 'x@x', GIT_COMMITTER_NAME: 'x', GIT_COMMITTER_EMAIL: 'x@x' }

/** Runs a line of a page as a person would who types it into a shell. */
export function runLine(line: string, cwd: string): Run {
  const words = plainWords(line)
  if (words?.[0] === 'partners') return runPartners(words.slice(1), { cwd })
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...WHO }
  return runProgram('bash', ['-c', line], { cwd, env })
}

/** The words of a line in which nothing but quotes means more to a shell than it says; undefined for any other line. */
function plainWords(line: string): string[] | undefined {
  const word = /(?:[\w./:=@^~,+[\]-]|"[^"$`\\]*"|'[^']*')+/g
  if (line.replace(word, '').trim() !== '') return undefined
  return (line.match(word) ?? []).map((it) => it.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'))
}

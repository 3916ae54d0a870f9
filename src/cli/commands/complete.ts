import type { Command } from 'commander'
import { bashReplies } from '../completion/bash.js'
import { repliesFor, type Reply } from '../completion/reply.js'
import { readShellLine, type ShellLine } from '../completion/shell-line.js'
import { wordsOf, type Given } from '../completion/sources.js'
import { wantedAt } from '../completion/wanted.js'
import { argument, defineCommand, withCommand } from '../define-command.js'
import type { Exit, Ports } from '../ports.js'

/** The tree of commands, loaded as far as a first word needs it. */
type Tree = (ports: Ports, exit: Exit, called: string | undefined) => Promise<Command>

/**
 * What the scripts of `partners completion` ask at every press of the key. The answer: a line that says what it is (words,
 * files or folders), then a line for each word. Whatever goes wrong, it is silent: somebody who is typing could do nothing
 * about it.
 */
export const completeWith = (tree: Tree) =>
  defineCommand({
    name: '__complete',
    description: 'Complete a command line, for the scripts of partners completion',
    arguments: [argument('<shell>', 'which shell asks'), argument('[words...]', 'what is typed')],
    async run(ports, _options, shell, words) {
      try {
        ports.stdout.write(`${(await answer(ports, tree, shell, words)).join('\n')}\n`)
      } catch {
        // no register, one that is for a later release, a folder that cannot be entered
      }
    },
  })

/** bash and fish give the line up to the cursor; zsh gives the words, of which the last is at the cursor. */
async function answer(ports: Ports, tree: Tree, shell: string, args: readonly string[]): Promise<readonly string[]> {
  if (shell === 'bash') {
    const [type = '', width = '', breaks = '', typed = ''] = args
    const line = readShellLine(typed, { breaks: breaks.replace(/[\s"']/g, ''), backslashInSingle: false })
    const { given, replies } = await candidates(ports, tree, afterName(line), line.current)
    if (typeof given === 'string') return [given]
    return ['words', ...bashReplies(replies, line, { type, width: Number(width) || 80 })]
  }
  if (shell === 'fish') {
    const line = readShellLine(args[0] ?? '', { breaks: '', backslashInSingle: true })
    const { given, replies } = await candidates(ports, tree, afterName(line), line.current)
    return typeof given === 'string' ? [given] : ['words', ...replies.map(withTab)]
  }
  const current = args.at(-1) ?? ''
  const { given, replies, head } = await candidates(ports, tree, args.slice(0, -1), current)
  // the script takes `--option=` off the word itself
  return typeof given === 'string'
    ? [given]
    : ['words', ...replies.map((it) => withTab({ ...it, value: it.value.slice(head.length) }))]
}

const withTab = ({ value, description }: Reply) => (description === undefined ? value : `${value}\t${description}`)

/** The words after the name of the tool, before which variables may be set. */
function afterName({ words }: ShellLine): readonly string[] {
  const name = words.findIndex((it) => !/^\w+=/.test(it))
  return words.slice(name + 1)
}

interface Candidates {
  readonly given: Given
  readonly replies: readonly Reply[]
  readonly head: string
}

async function candidates(ports: Ports, tree: Tree, words: readonly string[], current: string): Promise<Candidates> {
  const isOfStatus = words.length === 0 && current.startsWith('-')
  const typed = words.length === 0 ? [] : withCommand(words)
  const root = await tree(ports, () => undefined, isOfStatus ? 'status' : typed[0])
  const { words: known, source, head, typed: context } = wantedAt(root, typed, current)
  const prefix = current.slice(head.length)
  const given = source === undefined ? [] : await wordsOf(source, { ports, typed: context, prefix })
  // without a command, the options of `status` may stand
  const ofStatus = isOfStatus ? wantedAt(root, ['status'], current).words : []
  const all = [...known, ...ofStatus, ...(typeof given === 'string' ? [] : given)]
  return { given, replies: repliesFor(all, current, head), head }
}

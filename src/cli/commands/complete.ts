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
 * Answers the scripts of `partners completion` at every press of the key: a line with the kind of answer (words, files
 * or folders), then a line for each word. Errors are not reported, as they would only disturb the person who is typing.
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
        // no register, one of a later release, a folder without permission
      }
    },
  })

/** bash and fish pass the line up to the cursor; zsh passes the words, the last of which is at the cursor. */
async function answer(ports: Ports, tree: Tree, shell: string, args: readonly string[]) {
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
  // the script itself removes `--option=`
  return typeof given === 'string'
    ? [given]
    : ['words', ...replies.map((it) => withTab({ ...it, value: it.value.slice(head.length) }))]
}

const withTab = ({ value, description }: Reply) => (description === undefined ? value : `${value}\t${description}`)

/** The words after the name of the tool, which assignments of variables may precede. */
function afterName({ words }: ShellLine): readonly string[] {
  const name = words.findIndex((it) => !/^\w+=/.test(it))
  return words.slice(name + 1)
}

async function candidates(ports: Ports, tree: Tree, words: readonly string[], current: string) {
  const isOfStatus = words.length === 0 && current.startsWith('-')
  const typed = words.length === 0 ? [] : withCommand(words)
  const root = await tree(ports, () => undefined, isOfStatus ? 'status' : typed[0])
  const { words: known, source, head, typed: context } = wantedAt(root, typed, current)
  const prefix = current.slice(head.length)
  const given: Given = source === undefined ? [] : await wordsOf(source, { ports, typed: context, prefix })
  // without a command, the options of `status` apply
  const ofStatus = isOfStatus ? wantedAt(root, ['status'], current).words : []
  const all = [...known, ...ofStatus, ...(typeof given === 'string' ? [] : given)]
  return { given, replies: repliesFor(all, current, head), head }
}

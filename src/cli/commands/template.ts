import { inShell } from '../../model/in-shell.js'
import { rowFormats } from '../../output/rows/index.js'
import { writeRows } from '../answer.js'
import { argument, choicesOf, defineCommand, optionWithDefault } from '../define-command.js'
import { noRegister, openFolder, printedFrom, rootOf } from '../open-register.js'
import { colourOptions, dryRunOption, readingOptions } from '../options.js'
import { builtIn, builtInNames } from '../template/built-in.js'

const name = () =>
  argument('<name>', 'a template or partial, as the list names it', {
    completes: () => builtInNames().map((value) => ({ value })),
  })
const formatOption = optionWithDefault('--format <format>', 'output format', 'table', {
  choices: choicesOf(rowFormats),
})

const list = defineCommand({
  name: 'list',
  description: 'List the templates of papers, pages and letters, and the partials that they call',
  options: [formatOption, ...readingOptions, ...colourOptions],
  examples: ['partners template list', 'partners template list -r register --format json'],
  async run(ports, options) {
    const root = rootOf(ports, options.register)
    const opened = root === undefined ? undefined : await openFolder(ports, root)
    const { listTemplates } = await import('../template/in-register.js')
    const { templateAnswer } = await import('../template/rows.js')
    await writeRows(ports, options, templateAnswer(listTemplates(opened), opened !== undefined))
  },
})

const show = defineCommand({
  name: 'show',
  description: 'Print a built-in template or partial',
  arguments: [name()],
  examples: ['partners template show board-update', 'partners template show partials/risks'],
  run: (ports, _options, named) => ports.stdout.write(builtIn(named).source),
})

const copy = defineCommand({
  name: 'copy',
  description: 'Write a built-in template or partial into templates/ of the register, to be changed there',
  arguments: [name()],
  options: [dryRunOption, ...readingOptions],
  notes: `From then on the register’s own one is used. A file that is there is never overwritten. The first line says which release
it is from, so that the list can say when a later release changed the built-in one.`,
  examples: ['partners template copy board-update', 'partners template copy partials/risks --dry-run'],
  async run(ports, options, named) {
    const { cwd, stdout } = ports
    const template = builtIn(named)
    const root = rootOf(ports, options.register)
    if (root === undefined) throw noRegister()
    const { afterCopy, copyTemplate } = await import('../template/copy.js')
    const printed = printedFrom(cwd, root)(template.file)
    copyTemplate(root, template, printed, options.dryRun ?? false)
    stdout.write(`${options.dryRun ? 'would write' : 'wrote'} ${printed}\n`)
    if (options.dryRun) return
    const { callersOf } = await import('../template/in-register.js')
    const which = options.register === undefined ? '' : ` -r ${inShell(options.register)}`
    stdout.write(`\n${afterCopy(template, callersOf(named), which)}`)
  },
})

const helpers = defineCommand({
  name: 'helpers',
  description: 'List the helpers that templates and updates can call, each with an example',
  options: [formatOption, ...colourOptions],
  examples: ['partners template helpers'],
  async run(ports, options) {
    const { helperAnswer } = await import('../template/rows.js')
    await writeRows(ports, options, helperAnswer())
  },
})

export const template = defineCommand({
  name: 'template',
  description: 'List, print or copy the templates that papers, pages and letters are made from',
  commands: [list, show, copy, helpers],
})

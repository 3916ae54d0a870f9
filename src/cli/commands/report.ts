import { jsonText } from '../../model/clean.js'
import { didYouMean } from '../../model/nearest.js'
import { UsageError } from '../../model/usage-error.js'
import { paperFormats, type PaperFormatName } from '../../output/paper/index.js'
import { textRows } from '../../output/rows/rows.js'
import { papers } from '../../reports/index.js'
import type { Paper, PaperInput, PaperOption } from '../../reports/paper.js'
import { viewOf, write } from '../answer.js'
import { colourOptions, incompleteOption, outOption, readCount, statesOptions, watchOption } from '../options.js'
import { asOfOption } from '../as-of.js'
import { argument, argumentWithDefault, choicesOf, defineCommand, option, type OptionsOf } from '../define-command.js'
import type { Opened } from '../open-register.js'
import { openPaperRun, paperText } from '../paper-run.js'
import type { ExitCode, Ports } from '../ports.js'
import { isPack, packable, packText, papersOf } from '../pack.js'
import { remark } from '../report-error.js'
import { trailed } from '../trailer.js'
import { watched } from '../watched.js'

/** Options that have no meaning if no register is read. */
const OF_A_RUN = [
  'template',
  'update',
  'since',
  'sample',
  'seed',
  'id',
  'author',
  'presenter',
  'papers',
  'asOf',
  'incomplete',
]

const options = [
  ...statesOptions,
  option('--list', 'list the papers, and what each takes; as JSON with --data', {
    conflicts: [...OF_A_RUN, 'format', 'trace', 'schema'],
  }),
  option('--template <file>', 'use this template instead of the built-in one'),
  option('--update <id>', 'the update whose narrative and day it takes, such as 2019-04; by default the latest', {
    completes: 'updates',
  }),
  option('--since <day|revision>', 'also show what changed since a day or a revision of git (board-update)'),
  option('--sample <number>', 'draw this many partnerships (evidence)', { parse: readCount }),
  option('--seed <text>', 'draws the same sample again (evidence); by default the day of the paper'),
  option('--id <id...>', 'these partnerships instead of a sample (evidence)', { completes: { names: 'partnership' } }),
  option('--author <name...>', 'who wrote it, for the front sheet; the register keeps roles (board-update)'),
  option('--presenter <name...>', 'who presents it, for the front sheet (board-update)'),
  option('--papers <name...>', 'the papers of a pack, in their order; by default board-update, risk and documents', {
    completes: () => packable.map(({ name, summary }) => ({ value: name, description: summary })),
  }),
  asOfOption,
  outOption,
  watchOption('list', 'schema'),
  option(
    '--format <format>',
    'output format; by default that of the name of --out, or text in a terminal and markdown elsewhere',
    { choices: choicesOf(paperFormats) },
  ),
  option('--trace', 'add how each printed figure was made and from which partnerships'),
  incompleteOption,
  option('--data', 'print the view model as JSON', { conflicts: ['template', 'format', 'trace'] }),
  option('--schema', 'print the JSON Schema of the view model', {
    conflicts: [...OF_A_RUN, 'format', 'trace', 'data'],
  }),
  ...colourOptions,
] as const
type Options = OptionsOf<typeof options>

export const report = defineCommand({
  name: 'report',
  description: 'Make a paper from the register',
  arguments: [
    argumentWithDefault('[paper]', 'which paper', 'board-update', {
      completes: () => papers.map(({ name, summary }) => ({ value: name, description: summary })),
    }),
    argument('[id]', 'the partnership, for papers about one', { completes: { names: 'partnership' } }),
  ],
  options,
  examples: [
    'partners report board-update',
    'partners report board-update --format html --out update.html',
    'partners report board-update --template mine.md.hbs --out update.html --watch',
    'partners report board-update --trace --as-of 2019-04-30',
    'partners report partnership omhp --format text',
    'partners report governance omhp',
    'partners report evidence --sample 5 --seed audit-2019',
    'partners report pack --papers board-update risk review --out pack.html',
  ],
  run(ports, options, name, id) {
    const make = (it: Ports) => runOnce(it, options, name, id)
    if (!options.watch) return make(ports)
    rejectUnsupportedOptions(findPaper(name), id, options) // no change of a file could fix that
    return watched(ports, options, make)
  },
})

/** Checks the words of the paper against its view model, then makes it. */
async function runOnce(ports: Ports, options: Options, name: string, id: string | undefined): Promise<ExitCode> {
  const done = (text: string): ExitCode => (write(ports, options.out, text), 0)
  if (options.list && options.data) return done(jsonText({ papers: papers.map(entryOf) }))
  if (options.list) {
    const { table } = await import('../../output/rows/table.js')
    return done(table(paperRows(), viewOf(ports, options)))
  }
  const paper = findPaper(name)
  if (options.schema) return done(await schemaOf(paper))
  rejectUnsupportedOptions(paper, id, options)
  const made = await openPaperRun(ports, paper, id, options)
  const { opened, input } = made
  if (options.data) return done(jsonText(paper.build(input).view))
  const parts = isPack(paper) ? papersOf(options.papers) : []
  const markdown = isPack(paper)
    ? await packText(ports, paper, made, parts, options)
    : await paperText(ports, opened, paper, input, options)
  if (markdown === undefined) return 2
  const format = await paperFormats[formatOf(ports, options)]()
  reportMissingUpdate(ports, opened, paper, input)
  return done(format(await trailed(ports, [paper, ...parts], made, markdown, options), viewOf(ports, options)))
}

/** A paper has no names of files, so the place for what only people can write is suggested here. */
function reportMissingUpdate(ports: Ports, { register, printed }: Opened, paper: Paper, { asOf }: PaperInput): void {
  if (!paper.takes?.includes('update') || register.updates.length > 0) return
  const file = printed(`updates/${asOf.slice(0, 7)}.md`)
  remark(ports, `the register has no update; what only people can write goes into a file such as ${file}`)
}

/** What a paper takes, as it is typed. */
const TYPED: Record<PaperOption, string> = {
  update: '--update',
  subject: 'ID',
  sample: '--sample, --seed, --id',
  since: '--since',
  people: '--author, --presenter',
  papers: '--papers',
}

const entryOf = ({ name, summary, takes = [], needsSubject }: Paper) => ({
  name,
  summary,
  takes: takes.map((it) => (it === 'subject' && needsSubject === undefined ? `[${TYPED[it]}]` : TYPED[it])),
})

const paperRows = () =>
  textRows(
    { name: 'Paper', summary: 'What it shows', takes: 'Takes' },
    papers.map(entryOf).map((it) => ({ ...it, takes: it.takes.join(', ') })),
    ['summary'],
  )

function findPaper(name: string): Paper {
  const paper = papers.find((it) => it.name === name)
  if (paper !== undefined) return paper
  const names = papers.map((it) => it.name)
  throw new UsageError(`there is no paper "${name}"`, didYouMean(name, names))
}

/** An option that a paper would ignore is refused. */
function rejectUnsupportedOptions({ name, takes = [], needsSubject }: Paper, id: string | undefined, options: Options) {
  const given = [
    ['--update', 'update', options.update],
    ['--since', 'since', options.since],
    ['--sample', 'sample', options.sample],
    ['--seed', 'sample', options.seed],
    ['--id', 'sample', options.id],
    ['--author', 'people', options.author],
    ['--presenter', 'people', options.presenter],
    ['--papers', 'papers', options.papers],
    ['partnership to be about', 'subject', id],
  ] as const
  for (const [named, what, value] of given)
    if (value !== undefined && !takes.includes(what))
      throw new UsageError(`the paper ${name} takes no ${named}`, `papers that do: ${papersThatTake(what)}`)
  if (needsSubject && id === undefined)
    throw new UsageError(`the paper ${name} is about one partnership`, `name its id: partners report ${name} ID`)
  if (options.id !== undefined && options.sample !== undefined)
    throw new UsageError('--id names the partnerships and --sample draws them', 'use one of the two')
}

const papersThatTake = (option: PaperOption) =>
  papers.flatMap((it) => (it.takes?.includes(option) ? [it.name] : [])).join(', ') || 'none'

async function schemaOf({ view }: Paper): Promise<string> {
  const { viewSchema } = await import('../../output/json-schema.js')
  return jsonText(viewSchema(view))
}

/**
 * The format of the option, or of the name of the file; by default text for a terminal, and markdown elsewhere.
 * @throws UsageError for a format that papers are not made in
 */
function formatOf({ stdout }: Ports, { format, out }: Options): PaperFormatName {
  if (format !== undefined) return format
  if (out === undefined) return stdout.isTerminal ? 'text' : 'md'
  const ending = /\.(pdf|docx?|odt|rtf|xlsx?)$/i.exec(out)?.[0]
  if (ending !== undefined)
    throw new UsageError(
      `papers are not written as ${ending}`,
      'write --out paper.html, and print it to PDF or open it in the word processor',
    )
  return /\.html?$/i.test(out) ? 'html' : /\.txt$/i.test(out) ? 'text' : 'md'
}

import { Argument, Command, Option } from 'commander'
import { nearest } from '../../model/nearest.js'
import { clean } from '../../model/clean.js'
import { at } from '../../model/place.js'
import type { Register } from '../../model/register.js'
import { UsageError } from '../../model/usage-error.js'
import type { Locator } from '../../output/located.js'
import { papers } from '../../reports/index.js'
import type { Paper } from '../../reports/paper.js'
import { openRegister } from '../open-register.js'
import { asOfOption, dayOf, outOption, registerOption } from '../options.js'
import { write } from '../output.js'
import { provenanceOf, refuseIncomplete } from '../paper-run.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'
import { findTemplates } from '../templates.js'

interface ReportOptions {
  register?: string
  template?: string
  update?: string
  asOf?: string
  out?: string
  format?: 'md' | 'html'
  trace?: boolean
  incomplete?: boolean
  list?: boolean
  data?: boolean
  schema?: boolean
}

export const report = (ports: Ports, exit: Exit) =>
  new Command('report')
    .description('make a paper from the register')
    .addArgument(new Argument('[paper]', 'which paper').default('board-update'))
    .addOption(registerOption())
    .option('--list', 'list the papers')
    .option('--template <file>', 'use this template instead of the built-in one')
    .option('--update <id>', 'the update whose narrative it takes, such as 2019-04; the latest otherwise')
    .addOption(asOfOption())
    .addOption(outOption())
    .addOption(new Option('--format <format>', 'markdown, or one self-contained HTML page').choices(['md', 'html']))
    .option('--trace', 'add how each printed figure was made and from which partnerships')
    .option('--incomplete', 'make it although a record could not be read, saying what is missing')
    .option('--data', 'print the view model as JSON')
    .option('--schema', 'print the JSON Schema of the view model')
    .addHelpText('after', HELP)
    .action(async (name: string, options: ReportOptions) => exit(await runReport(ports, name, options)))

const HELP = `
Examples:
  $ partners report board-update
  $ partners report board-update --format html --out update.html
  $ partners report board-update --trace --as-of 2019-04-30`

/** Checks the template against the view model, then renders the paper. */
export async function runReport(ports: Ports, name: string, options: ReportOptions): Promise<ExitCode> {
  if (options.list) {
    ports.stdout.write(papers.map((it) => `${it.name}  ${it.summary}\n`).join(''))
    return 0
  }
  const paper = findPaper(name)
  if (options.schema) {
    const { viewSchema } = await import('../../output/view-schema.js')
    ports.stdout.write(`${JSON.stringify(viewSchema(paper.view), null, 2)}\n`)
    return 0
  }
  const opened = await openRegister(ports, options.register)
  const missing = refuseIncomplete(opened, options.incomplete ?? false)
  const { register, root, printed } = opened
  if (options.update !== undefined && !register.updates.some((it) => it.id === options.update)) {
    throw new UsageError(
      `there is no update "${options.update}"`,
      `updates: ${register.updates.map((it) => it.id).join(', ') || 'none'}`,
    )
  }
  const { revisionOf } = await import('../../source/git.js')
  const revision = await revisionOf(root)
  const asOf = await dayOf(ports, register, options.asOf, async () => revision?.day)
  const { answerPolicy } = await import('../../policy/answers.js')
  const policy = answerPolicy(register, asOf)
  const { view, narrative } = paper.build({
    register,
    policy,
    asOf,
    update: options.update,
    provenance: provenanceOf(register, asOf, revision, missing),
  })
  if (options.data) {
    write(ports, options.out, `${JSON.stringify(view, null, 2)}\n`)
    return 0
  }
  const { checkTemplate } = await import('../../reports/engine/check-template.js')
  const templates = findTemplates(ports, root, paper.name, options.template)
  const { Locator } = await import('../../output/located.js')
  const locator = new Locator(register, printed)
  const sources: Source[] = [
    { file: templates.file, source: templates.source },
    ...Object.entries(templates.partials).map(([partial, source]) => ({ file: `partials/${partial}.md.hbs`, source })),
    ...narrativeSources(register, narrative, locator),
  ]
  const problems = sources.flatMap(({ file, source, line = 0 }) =>
    checkTemplate(source, paper.view, templates.partials).map((it) => ({ ...it, file, line: it.line + line })),
  )
  if (problems.length > 0) {
    for (const { file, line, column, message, hint } of problems)
      ports.stderr.write(`${clean(file)}:${line}:${column} ${clean(message)}; ${clean(hint)}\n`)
    return 2
  }
  const { renderMarkdown } = await import('../../reports/engine/render.js')
  const { markdown, used } = renderMarkdown(templates.source, templates.partials, view, narrative)
  let text = markdown
  if (options.trace) {
    const { traceAppendix } = await import('../../reports/engine/trace.js')
    text += `\n${traceAppendix(used, (source) => locator.say(source.at))}`
  }
  const asHtml = options.format === 'html' || (options.format === undefined && /\.html?$/.test(options.out ?? ''))
  write(ports, options.out, asHtml ? (await import('../../output/paper/html.js')).html(text) : text)
  return 0
}

function findPaper(name: string): Paper {
  const paper = papers.find((it) => it.name === name)
  if (paper !== undefined) return paper
  const names = papers.map((it) => it.name)
  throw new UsageError(`there is no paper "${name}"`, `did you mean ${nearest(name, names) ?? names.join(', ')}?`)
}

/** Sections of the update are templates too; what is wrong in one is told at its own line. */
function narrativeSources(register: Register, narrative: Readonly<Record<string, string>>, locator: Locator): Source[] {
  return register.updates.flatMap((update) =>
    update.sections.flatMap(({ text }, index) => {
      const isPrinted =
        text !== undefined && text.includes('{{') && Object.values(narrative).some((it) => it.includes(text))
      if (!isPrinted) return []
      const { file, line } = locator.locate(at(update, 'sections', index, 'text'))
      return [{ file, source: text, line: line - 1 }]
    }),
  )
}

interface Source {
  readonly file: string
  readonly source: string
  /** How many lines stand before it in its file. */
  readonly line?: number
}

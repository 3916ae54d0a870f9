import { inShell } from '../model/in-shell.js'
import type { Paper } from '../reports/paper.js'
import { packageVersion } from '../source/package-files.js'
import type { PaperRun, PaperRunOptions } from './paper-run.js'
import type { Ports } from './ports.js'
import { findWording } from './templates.js'

/** Options of a paper that choose what it shows; names of people are left out, as the trailer is for everybody. */
interface TrailerOptions extends PaperRunOptions {
  template?: string
  trace?: boolean
}

/** A paper with the trailer that says what it was made of. */
export async function trailed(
  ports: Ports,
  [paper, ...parts]: readonly [Paper, ...Paper[]],
  { opened, input, revision }: PaperRun,
  markdown: string,
  options: TrailerOptions,
): Promise<string> {
  const { withTrailer } = await import('../output/paper/trailer.js')
  const { template, partials } = findWording(ports, opened, paper.name, options.template)
  const others = parts.map((it) => findWording(ports, opened, it.name, undefined).template.source)
  const sources = Object.entries(partials).map(([name, { source }]) => `${name}\n${source}`)
  return withTrailer(markdown, {
    paper: input.subject === undefined ? paper.name : `${paper.name} ${input.subject.id}`,
    revision: revision.whole,
    asOf: input.asOf,
    options: [
      ...typed(options, input.update?.id),
      ...(parts.length === 0 ? [] : [`--papers ${parts.map((it) => it.name).join(' ')}`]),
    ],
    version: packageVersion(),
    template: [template.source, ...others, ...sources.sort()].join('\n'),
  })
}

/** As they would be typed to make it again, with the update that was taken. */
const typed = (options: TrailerOptions, update: string | undefined): string[] => [
  ...(update === undefined ? [] : [`--update ${update}`]),
  ...(options.since === undefined ? [] : [`--since ${inShell(options.since)}`]),
  ...(options.sample === undefined ? [] : [`--sample ${options.sample}`]),
  ...(options.seed === undefined ? [] : [`--seed ${inShell(options.seed)}`]),
  ...(options.id === undefined ? [] : [`--id ${options.id.join(' ')}`]),
  ...(options.trace === true ? ['--trace'] : []),
  ...(options.incomplete === true ? ['--incomplete'] : []),
  ...(options.template === undefined ? [] : ['--template']),
]

import { partialsIn, precompile } from '../engine/read-templates.js'
import { checkTemplate } from '../engine/check-template.js'
import type { Paper } from '../paper.js'
import { sourcesOf, type Wording } from './wording.js'

/**
 * The text of a module that exports a `CompiledPaper`; part of the build.
 * @throws when a template does not fit the view of the paper
 */
export function compilePaper(paper: Paper, wording: Wording): string {
  const { template, partials } = wording
  const problems = checkTemplate(template.source, paper.view, sourcesOf(partials)).map((it) => {
    const { file } = it.partial === undefined ? template : partials[it.partial]!
    return `${file}:${it.line}:${it.column} ${it.message}; ${it.hint}`
  })
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const compiled = (source: string) => `{source:${JSON.stringify(source)},code:${precompile(source)}}`
  const called = [...calledBy(template.source, partials)]
  const entries = called.map((name) => `${JSON.stringify(name)}:${compiled(partials[name]!.source)}`)
  return `exports.template=${compiled(template.source)}\nexports.partials={${entries.join(',\n')}}\n`
}

/** Names of the partials that a template calls, and that these call in turn. */
function calledBy(source: string, partials: Wording['partials'], found = new Set<string>()): ReadonlySet<string> {
  for (const name of partialsIn(source)) {
    if (found.has(name)) continue
    found.add(name)
    calledBy(partials[name]!.source, partials, found)
  }
  return found
}

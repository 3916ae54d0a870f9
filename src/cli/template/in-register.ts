import { partialsIn } from '../../reports/engine/read-templates.js'
import { namesIn } from '../../reports/engine/names-in.js'
import { templated } from '../../reports/templated.js'
import { PARTIAL_SUMMARIES } from '../../reports/wording/partial-summaries.js'
import type { Opened } from '../open-register.js'
import { builtIn, builtInNames, isPartial, templateFile, templateName } from './built-in.js'
import { compareTexts, type Stands } from './standing.js'

/** A template or partial, of the tool or of a register. */
export interface Listed extends Stands {
  readonly name: string
  readonly makes: string
  /** The register's own file, as it is printed. */
  readonly file: string | undefined
  /** Of a partial: the names that it takes of what it is given. */
  readonly takes: readonly string[]
  /** Of a built-in partial: the built-in templates that call it. */
  readonly calledBy: readonly string[]
}

/** All that the tool has, and what a register has of its own, if there is one. */
export function listTemplates(opened: Opened | undefined): Listed[] {
  const names = builtInNames()
  const own = [...(opened?.register.files.keys() ?? [])].flatMap((file) => templateName(file) ?? [])
  const additional = own.filter((it) => !names.includes(it))
  return [...names, ...additional].map((name): Listed => {
    const source = names.includes(name) ? builtIn(name).source : undefined
    return {
      name,
      makes: makesOf(name, source !== undefined),
      file: own.includes(name) ? opened!.printed(templateFile(name)) : undefined,
      takes: source !== undefined && isPartial(name) ? namesIn(source) : [],
      calledBy: isPartial(name) ? callersOf(name) : [],
      ...standsIn(opened, name, source),
    }
  })
}

/** The built-in templates that call a partial. */
export const callersOf = (partial: string): string[] =>
  builtInNames().filter((it) => !isPartial(it) && partialsIn(builtIn(it).source).has(partialName(partial)))

function makesOf(name: string, isBuiltIn: boolean): string {
  if (!isBuiltIn)
    return isPartial(name) ? 'a partial of the register' : 'nothing, as no paper, page or letter has this name'
  if (isPartial(name)) return PARTIAL_SUMMARIES[partialName(name)] ?? ''
  return templated.find((it) => it.name === name)?.summary ?? ''
}

/** What templates call it. */
const partialName = (name: string) => name.replace('partials/', '')

function standsIn(opened: Opened | undefined, name: string, source: string | undefined): Stands {
  const file = opened?.register.files.get(templateFile(name))
  if (file === undefined) return { standing: 'built-in' }
  return file.bytes === undefined ? { standing: 'unreadable' } : compareTexts(source, file.text)
}

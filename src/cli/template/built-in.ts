import { didYouMean } from '../../model/nearest.js'
import { UsageError } from '../../model/usage-error.js'
import { packageFiles, packageText } from '../../source/package-files.js'

/** A template or partial that comes with the tool. */
export interface BuiltIn {
  /** `board-update`, or `partials/risks`. */
  readonly name: string
  /** Where it is in the tool, and where a register keeps its own. */
  readonly file: string
  readonly source: string
}

const FILE = /^templates\/(?<name>(?:partials\/)?[^/]+)\.md\.hbs$/

/** The name of a template or partial by its file; undefined for other files, such as those of `partners init`. */
export const templateName = (file: string): string | undefined => FILE.exec(file)?.groups?.['name']

export const templateFile = (name: string): string => `templates/${name}.md.hbs`

/** Is it a partial, which templates call? */
export const isPartial = (name: string): boolean => name.startsWith('partials/')

/** The names of all built-in ones, templates first. */
export const builtInNames = (): string[] =>
  packageFiles('templates')
    .flatMap((file) => templateName(file) ?? [])
    .sort((a, b) => Number(isPartial(a)) - Number(isPartial(b)))

/** @throws UsageError if the tool has none of that name */
export function builtIn(name: string): BuiltIn {
  const names = builtInNames()
  const file = templateFile(name)
  const source = names.includes(name) ? packageText(file) : undefined
  if (source !== undefined) return { name, file, source }
  const meant = names.includes(`partials/${name}`) ? `partials/${name}` : name
  throw new UsageError(`there is no template "${name}"`, didYouMean(meant, names, 'partners template list shows them'))
}

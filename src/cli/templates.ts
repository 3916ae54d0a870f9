import { resolve } from 'node:path'
import { decode } from '../document/decode.js'
import type { Problem } from '../model/fix.js'
import type { Register } from '../model/register.js'
import type { Update } from '../model/update.js'
import { UsageError } from '../model/usage-error.js'
import { isAsBuilt, type CompiledPaper } from '../reports/wording/compiled-paper.js'
import { isTemplate, type Partials, type TemplateFile, type Wording } from '../reports/wording/wording.js'
import { built } from '../source/built.js'
import { packageFiles, packageText } from '../source/package-files.js'
import { MAX_BYTES, openFile, unreadable } from '../source/read-files.js'
import type { Opened } from './open-register.js'
import type { Ports } from './ports.js'

/**
 * The template of a paper (the named one, the register's own, or the built-in one) and the partials that it may call.
 * @throws UsageError if there is no file of that name, or it cannot be read
 */
export function findWording(ports: Ports, opened: Opened, paper: string, named: string | undefined): Wording {
  const file = `templates/${paper}.md.hbs`
  const usual = () => ownTemplate(opened, file) ?? { file, source: packageText(file) ?? '' }
  return { template: named === undefined ? usual() : namedTemplate(ports, named), partials: partialsOf(opened) }
}

/** What the build has compiled of a paper; undefined where it is worded in any other way. */
export function compiledPaperOf(
  paper: string,
  wording: Wording,
  update: Update | undefined,
): CompiledPaper | undefined {
  const compiled = built(`${paper}.cjs`) as CompiledPaper | undefined
  const isWhole = compiled?.template !== undefined && compiled.partials !== undefined
  return isWhole && isAsBuilt(compiled, wording, update) ? compiled : undefined
}

/** A template that the command line names, which may be anywhere. */
function namedTemplate({ cwd }: Ports, named: string): TemplateFile {
  const read = openFile(resolve(cwd, named), MAX_BYTES, 'followed')
  if (read === undefined) throw new UsageError(`there is no template ${named}`)
  if ('problem' in read && ['folder', 'not-a-file'].includes(read.problem))
    throw new UsageError(`${named} is not a file`, 'name a template')
  if ('problem' in read) throw unreadable(`the template ${named}`, read)
  const { text, readable, problems } = decode(read)
  if (!readable)
    throw new UsageError(`the template ${named} cannot be read: ${problems[0]!.message}`, problems[0]!.hint)
  return { file: named, source: text }
}

/** A template of the register, as it was read with the other files: links out of the register are not followed. */
function ownTemplate({ register, printed }: Opened, file: string): TemplateFile | undefined {
  const template = register.files.get(file)
  if (template === undefined) return undefined
  if (template.bytes !== undefined) return { file: printed(file), source: template.text }
  const { message, hint } = template.problems[0]!
  throw new UsageError(`the template ${printed(file)} cannot be read: ${message}`, hint)
}

const PARTIAL = /^templates\/partials\/([^/]+)\.md\.hbs$/

/** The partials that a template may call: one of the register replaces the built-in one of its name. */
function partialsOf({ register, printed }: Opened): Partials {
  const files = [...register.files.values()].filter(({ file, bytes }) => bytes !== undefined && PARTIAL.test(file))
  const own = files.flatMap(({ file, text }) => named(file, { file: printed(file), source: text }))
  return { ...builtInPartials(), ...Object.fromEntries(own) } // validate reports those that could not be read
}

/** The partials that come with the tool. */
export const builtInPartials = (): Partials =>
  Object.fromEntries(
    packageFiles('templates/partials').flatMap((file) =>
      named(file, { file, source: packageText(file) ?? '', isBuiltIn: true }),
    ),
  )

function named(path: string, file: TemplateFile): [name: string, file: TemplateFile][] {
  const name = PARTIAL.exec(path)?.[1]
  return name === undefined ? [] : [[name, file]]
}

/**
 * The register with the problems of its updates' sections and of its own templates, for the rules that report them. The
 * template engine is loaded only if it is needed.
 */
export async function withTemplateProblems(opened: Opened): Promise<Register> {
  const { register } = opened
  const problems = [...(await ofSections(opened)), ...(await ofTemplates(opened))]
  return problems.length === 0 ? register : { ...register, problems: [...register.problems, ...problems] }
}

async function ofSections(opened: Opened): Promise<Problem[]> {
  const { register } = opened
  const texts = register.updates.flatMap((it) => it.sections.map(({ text }) => text ?? ''))
  if (!texts.some(isTemplate)) return []
  const { sectionProblems } = await import('../reports/wording/check-sections.js')
  const { boardUpdate } = await import('../reports/board-update/index.js')
  return sectionProblems(register, boardUpdate.view, partialsOf(opened))
}

async function ofTemplates(opened: Opened): Promise<Problem[]> {
  const { register } = opened
  if (![...register.files.keys()].some((it) => it.startsWith('templates/'))) return []
  const { templateProblems } = await import('../reports/wording/check-templates.js')
  const { templated } = await import('../reports/templated.js')
  return templateProblems(register, templated, partialsOf(opened))
}

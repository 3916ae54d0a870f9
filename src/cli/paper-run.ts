import { addMonths, formatDay, type Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import { withRoleTitles } from '../model/role-titles.js'
import { counted } from '../model/words.js'
import { Locator } from '../output/located.js'
import { answerPolicy } from '../policy/answers.js'
import { chosenPartnership, chosenUpdate } from '../model/find-record.js'
import type { Paper, PaperInput, SampleOptions, PaperOption } from '../reports/paper.js'
import { packageVersion } from '../source/package-files.js'
import { openRegister, type Opened } from './open-register.js'
import { dayOf, isDayRequested } from './as-of.js'
import { revisionOf, type Revision } from './revision-of.js'
import type { Ports } from './ports.js'
import { refuseIncomplete } from './answer.js'
import { sinceOf } from './since.js'
import { checkOpened, reviewStatusesFor } from './checked.js'
import { clean } from '../model/clean.js'
import type { TemplateEngine } from '../reports/engine/template-engine.js'
import type { Spot, WordingProblem } from '../reports/wording/check-wording.js'
import type { CompiledPaper } from '../reports/wording/compiled-paper.js'
import { compiledPaperOf, findWording } from './templates.js'

/** Options that choose what a paper is made from. */
export interface PaperRunOptions {
  register?: string
  revision?: string
  update?: string
  asOf?: string
  incomplete?: boolean
  id?: readonly string[]
  sample?: number
  seed?: string
  since?: string
  author?: readonly string[]
  presenter?: readonly string[]
}

/** A register as it was opened for a paper, and what the paper is built from. */
export interface PaperRun {
  readonly opened: Opened
  readonly input: PaperInput
  readonly revision: Revision
}

/**
 * Opens the register and collects the input of a paper.
 * @param subject id of the partnership that it is about
 * @throws UsageError if there is no such register, update, partnership or revision, or a record could not be read
 */
export async function openPaperRun(
  ports: Ports,
  paper: Paper,
  subject: string | undefined,
  options: PaperRunOptions,
): Promise<PaperRun> {
  return paperRun(ports, await openRegister(ports, options), paper, subject, options)
}

/** The same of a register that is open already: a pack has several papers. */
export async function paperRun(
  ports: Ports,
  opened: Opened,
  paper: Paper,
  subject: string | undefined,
  options: PaperRunOptions,
): Promise<PaperRun> {
  const missing = refuseIncomplete(opened, options.incomplete)
  const register = withRoleTitles(opened.register)
  const takes = (request: PaperOption) => paper.takes?.includes(request) ?? false
  const { asOf, update, late } = await dayAndUpdate(ports, { ...opened, register }, options, takes('update'))
  const locator = new Locator(register, opened.printed)
  const policy = answerPolicy(register, asOf)
  const about = subject === undefined ? undefined : chosenPartnership(register, subject)
  const since = options.since === undefined ? undefined : await sinceOf(ports, opened, options.since, asOf)
  const reviewStatuses = await reviewStatusesFor(paper, opened, { register, policy }, about)
  const check = paper.needsCheck && (await checkOpened({ ...opened, register }, asOf, { reviewStatuses })).check
  const revision = await revisionOf(opened)
  const { author = [], presenter = [] } = options
  const input: PaperInput = {
    register,
    policy,
    asOf,
    reviewStatuses,
    check,
    update,
    provenance: provenanceOf(register, asOf, revision.short, since?.revision),
    notices: [...noticesOf(register, asOf, missing, takes('update') && update === undefined), ...late],
    subject: about,
    sample: takes('sample') ? sampleOf(register, options) : undefined,
    since,
    people: { author, presenter },
    say: (at) => locator.say(at),
  }
  return { opened, input, revision }
}

/**
 * The day of a paper, and its update. A paper with an update is of the update's day, unless another day is requested.
 * If the latest update is old, a notice says so.
 */
async function dayAndUpdate(ports: Ports, opened: Opened, options: PaperRunOptions, takesUpdate: boolean) {
  const day = await dayOf(ports, opened, options.asOf)
  const update = takesUpdate ? chosenUpdate(opened.register, day, options.update) : undefined
  const own = isDayRequested(ports, options.asOf) ? undefined : update?.['as-of']
  const isNamed = options.update !== undefined || options.revision !== undefined
  const isLate = update !== undefined && !isNamed && addMonths(update['as-of'], 1) < day
  const today = own === undefined ? `the paper is of ${formatDay(day)}` : `so is this paper; today is ${formatDay(day)}`
  const late = isLate ? [`the latest update, ${update.id}, is of ${formatDay(update['as-of'])}, and ${today}.`] : []
  return { asOf: own ?? day, update, late }
}

function sampleOf(register: Register, { id = [], sample, seed }: PaperRunOptions): SampleOptions {
  return { ids: id.map((it) => chosenPartnership(register, it).id), size: sample, seed }
}

/** What readers must not overlook: what is missing, and that the entries are of another day than the paper. */
function noticesOf(register: Register, asOf: Day, missing: readonly string[], lacksUpdate: boolean): string[] {
  const { settings, updates } = register
  const known = settings['as-of']
  const notices: string[] = []
  if (missing.length > 0)
    notices.push(
      `this is not complete, as ${missing.join(', ')} could not be read in full; what is lost may be shown as not known.`,
    )
  if (known !== undefined && asOf < known)
    notices.push(
      `the register holds what was known on ${formatDay(known)}; only its days are reckoned as of ${formatDay(asOf)}.`,
    )
  if (lacksUpdate) {
    const which = updates.length === 0 ? '' : ` up to ${formatDay(asOf)}`
    notices.push(`the register has no update${which}, so title, recommendation and next steps are not stated.`)
  }
  return notices
}

/** The source of a paper in a line: register, revision, day, counts, and what it was compared with. */
function provenanceOf(register: Register, asOf: Day, revision: string, since: string | undefined): string {
  const { settings, partnerships, organisations } = register
  const parts = partnerships.filter((it) => it.parent !== undefined).length
  const counts = `${counted(partnerships.length, 'partnership')}${parts === 0 ? '' : `, ${parts} of them part of another`}`
  const compared = since === undefined ? '' : `; compared with ${since}`
  return `Made by partners ${packageVersion()} from ${settings.name ?? 'the register'}, ${revision}, as of ${formatDay(asOf)}: ${counts}, ${counted(organisations.length, 'organisation')}${compared}.`
}

/**
 * Checks every word of a paper against its view model, unless the build has done so, then makes it as markdown; undefined
 * when something is wrong with its words, which was reported on stderr.
 */
export async function paperText(
  ports: Ports,
  opened: Opened,
  paper: Paper,
  input: PaperInput,
  { template, trace = false }: { readonly template?: string | undefined; readonly trace?: boolean | undefined } = {},
): Promise<string | undefined> {
  const locator = new Locator(opened.register, opened.printed)
  const wording = findWording(ports, opened, paper.name, template)
  const compiled = compiledPaperOf(paper.name, wording, input.update)
  if (compiled === undefined) {
    const { checkWording } = await import('../reports/wording/check-wording.js')
    const problems = checkWording(paper, wording, input, (at) => locator.locate(at))
    if (problems.length > 0) return void reportProblems(ports, problems)
  }
  const engine = compiled === undefined ? await readingEngine() : await compiledEngine(compiled)
  const { makePaper } = await import('../reports/make-paper.js')
  return makePaper(paper, wording, input, engine, trace ? ({ at }) => locator.say(at) : undefined)
}

const readingEngine = async () => (await import('../reports/engine/read-templates.js')).readTemplates

async function compiledEngine(compiled: CompiledPaper): Promise<TemplateEngine> {
  const { compiledTemplates } = await import('../reports/engine/compiled-templates.js')
  return compiledTemplates([compiled.template, ...Object.values(compiled.partials)])
}

/** Reports what is wrong with the words of a paper; nothing is rendered. */
function reportProblems({ stderr }: Ports, problems: readonly WordingProblem[]): void {
  const say = ({ file, line, column }: Spot) => `${clean(file)}:${line}:${column}`
  for (const { message, hint, calls, ...spot } of problems) {
    const called = calls.length === 0 ? '' : ` (called at ${calls.map(say).join(', from ')})`
    stderr.write(`${say(spot)} ${clean(message)}; ${clean(hint)}${called}\n`)
  }
}

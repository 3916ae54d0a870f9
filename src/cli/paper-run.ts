import { addMonths, formatDay, type Day } from '../model/day.js'
import type { Register } from '../model/register.js'
import { withRoleTitles } from '../model/role-titles.js'
import { counted } from '../model/words.js'
import { Locator } from '../output/located.js'
import { answerPolicy } from '../policy/answers.js'
import { chosenPartnership, chosenUpdate } from '../reports/chosen.js'
import type { Paper, PaperInput, SampleOptions, PaperOption } from '../reports/paper.js'
import { packageVersion } from '../source/package-files.js'
import { openRegister, type Opened } from './open-register.js'
import { dayOf, isDayRequested } from './as-of.js'
import type { Ports } from './ports.js'
import { refuseIncomplete } from './answer.js'
import { formatRevision } from './format-revision.js'
import { sinceOf } from './since.js'
import { checkOpened, reviewStatusesFor } from './checked.js'

/** What of a register a paper is made from. */
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
}

/**
 * Opens the register and gathers what a paper is built from.
 * @param subject id of the partnership that it is about
 * @throws UsageError when there is no such register, update, partnership or revision, or a record could not be read
 */
export async function openPaperRun(
  ports: Ports,
  paper: Paper,
  subject: string | undefined,
  options: PaperRunOptions,
): Promise<{ readonly opened: Opened; readonly input: PaperInput }> {
  const opened = await openRegister(ports, options)
  const missing = refuseIncomplete(opened, options.incomplete ?? false)
  const register = withRoleTitles(opened.register)
  const takes = (request: PaperOption) => paper.takes?.includes(request) ?? false
  const { asOf, update, late } = await dayAndUpdate(ports, { ...opened, register }, options, takes('update'))
  const locator = new Locator(register, opened.printed)
  const policy = answerPolicy(register, asOf)
  const about = subject === undefined ? undefined : chosenPartnership(register, subject)
  const since = options.since === undefined ? undefined : await sinceOf(ports, opened, options.since, asOf)
  const reviewStatuses = await reviewStatusesFor(paper, opened, { register, policy }, about)
  const check = paper.needsCheck && (await checkOpened({ ...opened, register }, asOf, { reviewStatuses })).check
  const input: PaperInput = {
    register,
    policy,
    asOf,
    reviewStatuses,
    check,
    update,
    provenance: provenanceOf(register, asOf, await formatRevision(opened), since?.revision),
    notices: [...noticesOf(register, asOf, missing, takes('update') && update === undefined), ...late],
    subject: about,
    sample: takes('sample') ? sampleOf(register, options) : undefined,
    since,
    say: (at) => locator.say(at),
  }
  return { opened, input }
}

/**
 * The day of a paper and its update: what its writers said of a day is of that day, and so is the paper, unless another one
 * is asked for. Where the latest update is old, its readers are told.
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

/** What its readers must not overlook: what is missing, and that the entries are of another day than the paper. */
function noticesOf(register: Register, asOf: Day, missing: readonly string[], lacksUpdate: boolean): string[] {
  const { settings, updates } = register
  const known = settings['as-of']
  const notices: string[] = []
  if (missing.length > 0)
    notices.push(
      `this is not complete, as ${missing.join(', ')} could not be read whole; what is lost may be told as not known.`,
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

/** The line that says what a paper was made of: register, revision, day, counts, and what it was compared with. */
function provenanceOf(register: Register, asOf: Day, revision: string, since: string | undefined): string {
  const { settings, partnerships, organisations } = register
  const parts = partnerships.filter((it) => it.parent !== undefined).length
  const held = `${counted(partnerships.length, 'partnership')}${parts === 0 ? '' : `, ${parts} of them part of another`}`
  const compared = since === undefined ? '' : `; compared with ${since}`
  return `Made by partners ${packageVersion()} from ${settings.name ?? 'the register'}, ${revision}, as of ${formatDay(asOf)}: ${held}, ${counted(organisations.length, 'organisation')}${compared}.`
}

import { stripVTControlCharacters } from 'node:util'
import type * as z from 'zod'
import { clean } from '../../model/clean.js'
import { slug } from '../../model/id.js'
import { ORGANISATION_KINDS, organisationSchema } from '../../model/organisation.js'
import { RELEASED_POLICIES } from '../../model/policy.js'
import { settingsSchema } from '../../model/settings.js'
import { UsageError } from '../../model/usage-error.js'
import { packageVersion } from '../../source/package-files.js'
import type { Clock } from '../ports.js'
import type { Ask, Question } from '../ask/terminal.js'
import type { Ci, NewRegister } from './files.js'

/** The options of the command line. */
export interface InitAnswers {
  name?: string
  id?: string
  kind?: string
  policy?: string
  currency: string
  timeZone: string
  dayOrder?: string
  ci?: string
  package?: string
  /** The main branch of the repository. */
  branch: string
}

/**
 * A new register from the command line alone.
 * @throws UsageError if the name is missing, or a value does not fit
 */
export function fromOptions(given: InitAnswers, clock: Clock): NewRegister {
  if (given.name === undefined) throw new UsageError('the organisation has no name', 'give it with --name "…"')
  const id = given.id ?? proposedId(readName(given.name))
  if (id === '') throw new UsageError('no id can be made from the name', 'give one, such as --id riverside-trust')
  return newRegister({ ...given, name: given.name, id, kind: given.kind ?? 'unknown', ci: given.ci ?? 'github' }, clock)
}

/** Asks for what the command line leaves out. */
export async function fromQuestions(given: InitAnswers, clock: Clock, ask: Ask): Promise<NewRegister> {
  const name = given.name ?? (await ask({ text: 'Name of the organisation', check: readName }))
  const proposed = proposedId(readName(name))
  const id =
    given.id ?? (await ask({ text: 'Its id, a short name', ...(proposed && { otherwise: proposed }), check: readId }))
  const kinds = Object.keys(ORGANISATION_KINDS).filter((it) => !FORMER.includes(it))
  const kind = given.kind ?? (await ask({ text: 'Its kind', choices: kinds, otherwise: 'unknown', check: readKind }))
  const policy = given.policy ?? (await ask(policyQuestion(kind)))
  const usual = usualDayOrder(given)
  const dayOrder =
    given.dayOrder ?? (await ask({ text: DAY_QUESTION, choices: DAY_ORDERS, otherwise: usual, check: readDayOrder }))
  const ci = given.ci ?? (await ask({ text: 'Checks in CI', choices: CI_CHOICES, otherwise: 'github', check: readCi }))
  return newRegister({ ...given, name, id, kind, policy, dayOrder, ci }, clock)
}

const policyQuestion = (kind: string): Question => ({
  text: 'The policy to begin with',
  choices: RELEASED_POLICIES,
  otherwise: policyFor(kind),
  check: readPolicy,
})

const DAY_QUESTION = 'How 1/4/2026 is read: the day first, or ask each time'

/** Kinds of organisations that no longer exist. */
const FORMER: readonly string[] = ['pct', 'sha', 'ccg']

type Complete = InitAnswers & Required<Pick<InitAnswers, 'name' | 'id' | 'kind' | 'ci'>>

function newRegister(given: Complete, clock: Clock): NewRegister {
  const timeZone = readZone(given.timeZone)
  return {
    name: readName(given.name),
    id: readId(given.id),
    kind: readKind(given.kind),
    policy: readPolicy(given.policy ?? policyFor(given.kind)),
    currency: fieldValue(settingsSchema.shape.currency, given.currency)!,
    timeZone,
    dayOrder: readDayOrder(given.dayOrder ?? usualDayOrder(given)),
    ci: readCi(given.ci),
    source: readSource(given.package ?? `partners@${packageVersion()}`),
    branch: given.branch,
    today: clock.today(timeZone),
  }
}

/** A name as it was typed or pasted, without colours and control characters. */
function readName(written: string): string {
  const isText = (character: string) => clean(character) === character && !/\p{Surrogate}/u.test(character)
  const name = Array.from(stripVTControlCharacters(written), (it) => (isText(it) ? it : ' '))
  const text = name.join('').replace(/ +/g, ' ').trim()
  if (text === '') throw new UsageError('the name is empty', 'write the name of the organisation')
  return fieldValue(organisationSchema.shape.name, text)
}

/** The longest name of a file that works on every system, with its ending. */
const LONGEST_ID = 100

function readId(written: string): string {
  const id = fieldValue(settingsSchema.shape.organisation, written)
  if (id.length <= LONGEST_ID) return id
  throw new UsageError(`an id of ${id.length} characters is too long for the name of a file`, 'write a short name')
}

const readKind = (written: string): string => fieldValue(organisationSchema.shape.kind, written)

/** A council begins with the policy for councils. */
const policyFor = (kind: string | undefined): string => (kind === 'council' ? 'council-2026' : RELEASED_POLICIES[0])

function readPolicy(written: string): string {
  if ((RELEASED_POLICIES as readonly string[]).includes(written)) return written
  throw new UsageError(`"${written}" is not a policy of this release`, `write ${RELEASED_POLICIES.join(', ')}`)
}

export const DAY_ORDERS = ['day-first', 'ask']

/** With pounds and London time, the day is written first. */
const usualDayOrder = ({ currency, timeZone }: InitAnswers) =>
  currency === 'GBP' && timeZone === 'Europe/London' ? 'day-first' : 'ask'

const readDayOrder = (written: string): string => fieldValue(settingsSchema.shape['day-order'], written)!

export const CI_CHOICES = ['github', 'gitlab', 'both', 'none']

function readCi(written: string): readonly Ci[] {
  if (written === 'github' || written === 'gitlab') return [written]
  if (written === 'both') return ['github', 'gitlab']
  if (written === 'none') return []
  throw new UsageError(`"${written}" is not a choice for CI`, `write ${CI_CHOICES.join(', ')}`)
}

/** A time zone that this machine knows. */
function readZone(written: string): string {
  const zone = fieldValue(settingsSchema.shape['time-zone'], written)!
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions() && zone
  } catch {
    throw new UsageError(`"${written}" is not a time zone`, 'write one of the IANA list, such as Europe/London')
  }
}

/**
 * A package as npm takes it: a name with its version, an address or a file; no characters that a shell or CI expands.
 */
function readSource(written: string): string {
  if (/^[\w@./][\w@./:+#~^=-]{0,299}$/.test(written)) return written
  throw new UsageError(`"${written}" is not a package`, 'write it as npm takes it, such as partners@1.0.0')
}

/** A text as a field of the register takes it. */
function fieldValue<T>(field: z.ZodType<T>, written: string): T {
  const read = field.safeParse(written)
  if (read.success) return read.data
  const [issue] = read.error.issues as { message: string; params?: { hint?: string } }[]
  throw new UsageError(issue!.message, issue!.params?.hint)
}

/** The longest id that is proposed, as it is written in every partnership. */
const LONGEST_PROPOSED = 40

/** A short id for a name, cut between words; empty if the name has no usable characters. */
function proposedId(name: string): string {
  const full = slug(name)
  if (full.length <= LONGEST_PROPOSED) return full
  const cut = full.slice(0, LONGEST_PROPOSED + 1)
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : full.slice(0, LONGEST_PROPOSED)
}

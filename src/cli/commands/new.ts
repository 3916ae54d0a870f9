import { newPartnershipNotes } from '../../edits/new-partnership-notes.js'
import type { Change } from '../../edits/change.js'
import { NEW_FIELDS, newPartnership, optionOf, type NewPartnershipRequest } from '../../edits/new-partnership.js'
import { resolveReference } from '../../edits/resolve-reference.js'
import { newId } from '../../edits/new-id.js'
import { partnershipSchema } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { isRequired, metaAt } from '../../model/schema-walk.js'
import { UsageError } from '../../model/usage-error.js'
import { changeRegister, changingOptions } from '../change.js'
import { alikeTo } from '../../rules/look-alikes.js'
import { idOf } from '../../model/record-schemas.js'
import { isAgreed, isMissing, Missing } from '../ask/missing.js'
import { withTerminal, type Ask } from '../ask/terminal.js'
import { openRegister } from '../open-register.js'
import { argument, defineCommand, option, type OptionsOf, type TypedOption } from '../define-command.js'
import { fieldOption } from '../options.js'
import type { ExitCode, Ports } from '../ports.js'
import { askField, mayAsk } from '../ask/field.js'

function optionFor(path: string): TypedOption {
  const keys = path.split('.')
  const meta = metaAt(partnershipSchema, keys)!
  return fieldOption(optionOf(path), meta, meta.kind === 'list' ? metaAt(partnershipSchema, [...keys, 0]) : undefined)
}

const options = [
  option('--id <new-id>', 'its id, which is the name of its file; by default made from the name'),
  option('--partner <organisation...>', 'who takes part besides ourselves, by id, name or alias'),
  option('--other', 'it is not one of those that look like it'),
  ...changingOptions,
] as const
type Options = OptionsOf<typeof options>

export const newCommand = defineCommand({
  name: 'new',
  description: 'Create a partnership',
  arguments: [argument('[name]', 'the name that papers use')],
  options: [...NEW_FIELDS.filter((it) => it !== 'name').map(optionFor), ...options],
  notes: 'At a terminal it asks for the main fields; what else is required, policy decides by the tier that results.',
  examples: [
    'partners new "Riverside Recovery Partnership" --kind contract --partner oxfordshire-mind --value 250k --per year',
    'partners new "Safe Haven" --parent omhp --dry-run',
    'partners new',
  ],
  run,
})

type AllOptions = Options & Readonly<Record<string, unknown>>

/** Writes the file of a new partnership. */
async function run(ports: Ports, options: AllOptions, name: string | undefined): Promise<ExitCode> {
  const given = requestOf(name, options)
  const complete = isBare(given) ? askForFields : offerMissing
  const request = mayAsk(ports) ? await complete(ports, given, options) : given
  const fields = { ...request.fields, status: request.fields['status'] ?? 'proposed' }
  let id = ''
  const plan = ({ register }: { readonly register: Register }): Change => {
    const change = newPartnership(register, { ...request, fields }, options.other === true)
    id = idOf(change.created!.at(-1)!.file)
    return change
  }
  return changeRegister(ports, options, plan, ({ register, policy }) => newPartnershipNotes(register, policy, id))
}

function requestOf(name: string | undefined, options: AllOptions): NewPartnershipRequest {
  const fields = NEW_FIELDS.map((path) => [path, path === 'name' ? name : options[optionOf(path)]] as const)
  return {
    id: options.id,
    fields: Object.fromEntries(fields) as NewPartnershipRequest['fields'],
    partners: options.partner ?? [],
  }
}

/** Was nothing given but a name? Then the main fields are asked for. */
const isBare = ({ fields, partners }: NewPartnershipRequest) =>
  partners.length === 0 && Object.entries(fields).every(([path, value]) => path === 'name' || value === undefined)

/** The fields that a person is asked for, in this order. */
const ASKED = [
  'summary',
  'status',
  'kind',
  'directorate',
  'lead',
  'sponsor',
  'start',
  'end',
  'value.amount',
  'value.per',
  'value.direction',
  'data.level',
  'care',
] as const

async function askForFields(ports: Ports, given: NewPartnershipRequest, options: Options) {
  const { register } = await openRegister(ports, options)
  return withTerminal(async (ask) => {
    const fields: Record<string, string | readonly string[] | undefined> = { ...given.fields }
    fields['name'] ??= await askOne(ask, register, 'name')
    const name = String(fields['name'] as string)
    if (options.other !== true) await confirmOther(ask, register, name, options)
    const check = (it: string) => newId(register, 'partnership', it, name)
    const otherwise = proposedId(register, name)
    const id = given.id ?? (await ask({ text: 'Its id, the name of its file', otherwise, check }))
    const add = new Missing(ask, register)
    for (const path of ASKED) {
      if (path === 'directorate' && register.settings.directorates.length === 0) continue
      if (path.startsWith('value.') && path !== 'value.amount' && fields['value.amount'] === undefined) continue
      fields[path] =
        path === 'lead' || path === 'sponsor' ? await askRole(add, path) : await askOne(ask, register, path)
    }
    const partners = await askPartners(add)
    return { id, fields, partners, add }
  })
}

function proposedId(register: Register, name: string): string {
  try {
    return newId(register, 'partnership', undefined, name)
  } catch {
    return ''
  }
}

/** A role that exists, or is added to the register with the partnership. */
async function askRole(add: Missing, path: 'lead' | 'sponsor'): Promise<string | undefined> {
  for (;;) {
    const answer = await askOne(add.ask, add.register, path, (it) => add.roles.includes(it) || add.lacks('role', it))
    if (answer === undefined || (await add.areAdded('role', [answer]))) return answer
  }
}

/** @param isFine which answers need no check */
function askOne(ask: Ask, register: Register, path: string, isFine?: (answer: string) => boolean) {
  const { settings } = register
  const keys = path.split('.')
  const meta = metaAt(partnershipSchema, keys)!
  const roles = settings.roles.map((it) => it.title)
  const own: Readonly<Record<string, readonly string[]>> = {
    lead: roles.length <= 12 ? roles : [],
    sponsor: roles.length <= 12 ? roles : [],
    directorate: settings.directorates.map((it) => it.id),
    care: ['true', 'false'],
  }
  return askField(ask, register, partnershipSchema, {
    path: keys,
    meta,
    isRequired: keys.length === 1 && isRequired(partnershipSchema, path),
    otherwise: DEFAULTS[path],
    choices: own[path],
    isFine,
  })
}

/** A new partnership is proposed, and its value is for a year, unless answered otherwise. */
const DEFAULTS: Readonly<Record<string, string>> = { status: 'proposed', 'value.per': 'year' }

/** Shows partnerships that look like it, and continues only after a yes. */
async function confirmOther(ask: Ask, register: Register, name: string, options: Options): Promise<void> {
  const alike = alikeTo(register.partnerships, { name })
  if (alike.length === 0) return
  const shown = alike.map((it) => `${it.name} (${it.file})`).join(', ')
  if (!(await isAgreed(ask, `It looks like ${shown}. Is it another one? yes or no`)))
    throw new UsageError('stopped; nothing was written')
  options.other = true
}

async function askPartners(add: Missing): Promise<readonly string[]> {
  const { ask, register } = add
  const path = ['partners', 0, 'organisation']
  for (;;) {
    const answer = await ask({
      text: 'Other partners, by id or name, with a semicolon between them (empty: none yet)',
      check: (it) =>
        split(it).map(
          (name) => add.lacks('organisation', name) || resolveReference(register, partnershipSchema, path, name),
        ),
    })
    if (await add.areAdded('organisation', split(answer))) return split(answer)
  }
}

/** Offers to add the roles and organisations that the command line names and the register does not have. */
async function offerMissing(ports: Ports, given: NewPartnershipRequest, options: Options) {
  const { register } = await openRegister(ports, options)
  const roles = [given.fields['lead'], given.fields['sponsor']].flatMap((it) => it ?? [])
  const isAll =
    !roles.some((it) => isMissing(register, 'role', it)) &&
    !given.partners.some((it) => isMissing(register, 'organisation', it))
  if (isAll) return given
  return withTerminal(async (ask) => {
    const add = new Missing(ask, register)
    await add.areAdded('role', roles)
    await add.areAdded('organisation', given.partners)
    return { ...given, add }
  })
}

const split = (answer: string) =>
  answer
    .split(';')
    .map((it) => it.trim())
    .filter((it) => it !== '')

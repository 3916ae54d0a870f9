import { Command, type Option } from 'commander'
import { askedOfNew } from '../../edits/asked-of-new.js'
import type { Change } from '../../edits/change.js'
import { alikeTo, nameIn, NEW_FIELDS, newPartnership, optionOf, type NewWish } from '../../edits/new-partnership.js'
import { newId } from '../../edits/new-id.js'
import { partnershipSchema } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'
import { isRequired, metaAt } from '../../model/schema-walk.js'
import { UsageError } from '../../model/usage-error.js'
import { changeRegister, changing, type ChangeOptions } from '../change.js'
import { withTerminal, type Ask } from '../init/ask.js'
import { openRegister } from '../open-register.js'
import { fieldOption } from '../field-option.js'
import type { ExitCode, Ports } from '../ports.js'
import type { Exit } from '../program.js'
import { askField, mayAsk } from '../questions.js'

interface NewOptions extends ChangeOptions {
  id?: string
  partner?: string[]
  other?: boolean
}

export const newCommand = (ports: Ports, exit: Exit) => {
  const command = new Command('new')
    .description('begin the file of a new partnership')
    .argument('[name]', 'the name that papers use')
    .option('--id <new-id>', 'its id, which is the name of its file; made of the name otherwise')
    .option('--partner <organisation...>', 'who takes part besides ourselves, by id, name or alias')
  for (const path of NEW_FIELDS) if (path !== 'name') command.addOption(optionFor(path))
  return changing(command.option('--other', 'it is another one than those that look like it'))
    .addHelpText('after', HELP)
    .action(async (name: string | undefined, options: NewOptions & Record<string, unknown>) =>
      exit(await runNew(ports, name, options)),
    )
}

const HELP = `
At a terminal the main fields are asked for; what else is needed, policy asks for by the tier that comes of them.

Examples:
  $ partners new "Riverside Recovery Partnership" --kind contract --partner oxfordshire-mind --value 250k --per year
  $ partners new "Safe Haven" --parent omhp --dry-run
  $ partners new`

function optionFor(path: string): Option {
  const keys = path.split('.')
  const meta = metaAt(partnershipSchema, keys)!
  return fieldOption(optionOf(path), meta, meta.kind === 'list' ? metaAt(partnershipSchema, [...keys, 0]) : undefined)
}

/** Begins the file of a new partnership. */
export async function runNew(
  ports: Ports,
  name: string | undefined,
  options: NewOptions & Record<string, unknown>,
): Promise<ExitCode> {
  const said = wishOf(name, options)
  const wish = mayAsk(ports) && isBare(said) ? await askWish(ports, said, options) : said
  const { id: wished, fields } = wish
  let id = ''
  const plan = ({ register }: { readonly register: Register }): Change => {
    const called = nameIn(fields)
    if (options.other !== true) refuseAlike(register, called)
    id = newId(register, 'partnership', wished, called)
    return newPartnership(register, { ...wish, fields: { status: 'proposed', ...defined(fields) } })
  }
  return changeRegister(ports, options, plan, ({ register, policy }) => askedOfNew(register, policy, id))
}

const defined = (fields: NewWish['fields']) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

function wishOf(name: string | undefined, options: NewOptions & Record<string, unknown>): NewWish {
  const fields = NEW_FIELDS.map((path) => [path, path === 'name' ? name : options[optionOf(path)]] as const)
  return { id: options.id, fields: Object.fromEntries(fields) as NewWish['fields'], partners: options.partner ?? [] }
}

/** Was nothing said but a name? Then the rest is asked for. */
const isBare = ({ fields, partners }: NewWish) =>
  partners.length === 0 && Object.entries(fields).every(([path, value]) => path === 'name' || value === undefined)

function refuseAlike(register: Register, name: string): void {
  const alike = alikeTo(register, name)
  if (alike.length === 0) return
  throw new UsageError(
    `"${name}" looks like ${alike.map((it) => `${it.name} (${it.id})`).join(', ')}, which is in the register`,
    `if it is the same, make this name an alias: partners set ${alike[0]!.id} aliases …; if not, say --other`,
  )
}

/** What a person is asked for, in this order. */
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

async function askWish(ports: Ports, said: NewWish, options: NewOptions): Promise<NewWish> {
  const { register } = await openRegister(ports, options)
  return withTerminal(async (ask) => {
    const fields: Record<string, string | readonly string[] | undefined> = { ...said.fields }
    fields['name'] ??= await askOne(ask, register, 'name')
    const name = String(fields['name'] as string)
    if (options.other !== true) await confirmOther(ask, register, name, options)
    const id =
      said.id ??
      (await ask({
        text: 'Its id, the name of its file',
        otherwise: proposedId(register, name),
        check: (it) => newId(register, 'partnership', it, name),
      }))
    for (const path of ASKED) {
      if (path === 'directorate' && register.settings.directorates.length === 0) continue
      if (path.startsWith('value.') && path !== 'value.amount' && fields['value.amount'] === undefined) continue
      fields[path] = await askOne(ask, register, path)
    }
    const partners = await askPartners(ask, register)
    return { id, fields, partners }
  })
}

function proposedId(register: Register, name: string): string {
  try {
    return newId(register, 'partnership', undefined, name)
  } catch {
    return ''
  }
}

function askOne(ask: Ask, register: Register, path: string): Promise<string | undefined> {
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
  })
}

/** A partnership that is entered anew is proposed, and its value is for a year. */
const DEFAULTS: Readonly<Record<string, string>> = { status: 'proposed', 'value.per': 'year' }

/** Those that look like it are shown first, and nothing goes on without a yes. */
async function confirmOther(ask: Ask, register: Register, name: string, options: NewOptions): Promise<void> {
  const alike = alikeTo(register, name)
  if (alike.length === 0) return
  const shown = alike.map((it) => `${it.name} (${it.file})`).join(', ')
  const answer = await ask({
    text: `It looks like ${shown}. Is it another one? yes or no`,
    check: (it) => {
      if (!/^(?:y|yes|n|no)$/i.test(it)) throw new UsageError('this is neither yes nor no')
    },
  })
  if (/^n/i.test(answer)) throw new UsageError('stopped; nothing was written')
  options.other = true
}

async function askPartners(ask: Ask, register: Register): Promise<readonly string[]> {
  const answer = await ask({
    text: 'Other partners, by id or name, with a semicolon between them (empty: none yet)',
    check: (it) =>
      newPartnership(register, { id: 'a-new-one', fields: { name: 'A', status: 'proposed' }, partners: split(it) }),
  })
  return split(answer)
}

const split = (answer: string) =>
  answer
    .split(';')
    .map((it) => it.trim())
    .filter((it) => it !== '')

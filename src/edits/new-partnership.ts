import type { Written } from '../document/edit.js'
import { organisationSchema } from '../model/organisation.js'
import { partnershipSchema } from '../model/partnership.js'
import { keysOf, schemaAt } from '../model/schema-walk.js'
import { idOf } from '../model/record-schemas.js'
import type { Register } from '../model/register.js'
import { allOf, UsageError } from '../model/usage-error.js'
import { inWords } from '../model/words.js'
import type { Change } from './change.js'
import { checkedList, checkedText, fieldsIn, isPlainList } from './check-value.js'
import { newId, refuseAlike } from './new-id.js'
import { newOrganisation, type NewOrganisation } from './new-organisation.js'
import { resolveReference } from './resolve-reference.js'

/** A new partnership, as it is requested: texts by path, such as `value.amount`; partners by their ids. */
export interface NewPartnershipRequest {
  readonly id?: string | undefined
  readonly fields: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly partners: readonly string[]
  /** What it names, and the register does not have yet. */
  readonly add?: Additions | undefined
}

/** What is added to the register with a new partnership: titles of roles, organisations by name. */
export interface Additions {
  readonly roles: readonly string[]
  readonly organisations: readonly NewOrganisation[]
}

/** The fields of a new file; what else is required depends on policy. */
export const NEW_FIELDS = [
  'name',
  'summary',
  'status',
  'kind',
  'procurement',
  'parent',
  'directorate',
  'lead',
  'sponsor',
  'start',
  'end',
  'notice',
  'value.amount',
  'value.per',
  'value.basis',
  'value.direction',
  'importance.level',
  'objectives',
  'data.level',
  'care',
] as const

/**
 * Plans the file of a new partnership.
 * @param isOther is it known to differ from those that look like it?
 * @throws UsageError that lists everything at once: values that do not fit, an id that is taken, one that looks like
 *   it, names that are not in the register
 */
export function newPartnership(before: Register, request: NewPartnershipRequest, isOther: boolean): Change {
  const { id: chosen, fields, partners, add = { roles: [], organisations: [] } } = request
  const name = nameIn(fields)
  const organisations = add.organisations.map((it) => newOrganisation(before, it, false))
  const register = withAdded(before, add, organisations)
  const value: Record<string, Written> = {}
  let id = ''
  allOf<unknown>([
    () => (id = newId(register, 'partnership', chosen, name)),
    () => isOther || refuseAlike(register.partnerships, { name }),
    ...NEW_FIELDS.flatMap((path) => {
      const given = fields[path]
      const keys = path.split('.')
      return given === undefined ? [] : [() => put(value, keys, checkedField(register, keys, given))]
    }),
    () => {
      if (partners.length > 0) value['partners'] = withUs(register, partners).map((it) => ({ organisation: it }))
    },
  ])
  Object.assign(value, valueInWords(register, fields, value))
  const { status } = value
  const keys = keysOf(partnershipSchema)!
  const ordered = Object.fromEntries(keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]!]))
  return {
    edits: add.roles.map((title, index) => ({
      file: register.settings.file,
      op: 'insert',
      path: ['roles', before.settings.roles.length + index],
      value: { title },
    })),
    created: [...organisations.flatMap((it) => it.created ?? []), { file: `partnerships/${id}.yaml`, value: ordered }],
    sentence: `${name.trim()} is in the register as ${id}`,
    notes: typeof status === 'string' ? [describeStatus(status, id)] : [],
  }
}

const describeStatus = (status: string, id: string) =>
  status === 'proposed'
    ? `Its status is proposed, and papers do not count proposals; if it is already running: partners set ${id} status active`
    : `Its status is ${inWords(status)}`

/** The register with what is added, as far as a partnership can name it. */
function withAdded(register: Register, { roles }: Additions, organisations: readonly Change[]): Register {
  if (roles.length + organisations.length === 0) return register
  const { settings } = register
  const added = organisations.flatMap(({ created = [] }) =>
    created.map(({ file, value }) => ({ ...organisationSchema.parse(value), id: idOf(file), file })),
  )
  const titles = roles.map((title) => ({ title, aliases: [], 'reports-to': [] }))
  return {
    ...register,
    settings: { ...settings, roles: [...settings.roles, ...titles] },
    organisations: [...register.organisations, ...added],
  }
}

/** Partners are all who take part, including the organisation of the register unless the register is neutral. */
function withUs(register: Register, partners: readonly string[]): string[] {
  const { organisation: us, perspective } = register.settings
  const path = ['partners', 0, 'organisation']
  const ids = allOf(partners.map((it) => () => resolveReference(register, partnershipSchema, path, it.trim())))
  const isSeenFromUs = perspective !== 'neutral' && register.organisations.some((it) => it.id === us)
  return [...new Set(isSeenFromUs ? [us, ...ids] : ids)]
}

/** The name of a new partnership. @throws UsageError if it is missing */
export function nameIn({ name }: NewPartnershipRequest['fields']): string {
  if (typeof name === 'string' && name.trim() !== '') return name.trim()
  throw new UsageError('a partnership needs a name', 'partners new "Riverside Recovery Partnership"')
}

function checkedField(register: Register, path: readonly string[], given: string | readonly string[]): Written {
  const named = path[0] === 'name' ? undefined : `--${optionOf(path.join('.'))}`
  const place = { register, schema: partnershipSchema, path, named }
  if (isPlainList(partnershipSchema, path)) return checkedList(place, typeof given === 'string' ? [given] : given)
  const text = String(given as string)
  return fieldsIn(place, text)?.['amount'] ?? checkedText(place, text)
}

/** `£120,000 a year` also says what the sum is for; options of their own take precedence. */
function valueInWords(
  register: Register,
  { 'value.amount': given }: NewPartnershipRequest['fields'],
  value: Record<string, Written>,
): Record<string, Written> {
  const place = { register, schema: partnershipSchema, path: ['value', 'amount'] }
  const parts = typeof given === 'string' ? fieldsIn(place, given) : undefined
  if (parts === undefined) return {}
  const all: Record<string, string> = { ...parts, ...(value['value'] as Record<string, string>) }
  const keys = (keysOf(schemaAt(partnershipSchema, ['value'])) ?? []).filter((key) => all[key] !== undefined)
  return { value: Object.fromEntries(keys.map((key) => [key, all[key]!])) }
}

/** The option of a field: `value.amount` is `--value`, `data.level` `--data`, `value.per` `--per`. */
export const optionOf = (path: string): string => OPTIONS[path] ?? path
const OPTIONS: Readonly<Record<string, string>> = {
  'value.amount': 'value',
  'value.per': 'per',
  'value.basis': 'basis',
  'value.direction': 'direction',
  'importance.level': 'importance',
  'data.level': 'data',
  objectives: 'objective',
}

function put(target: Record<string, Written>, [key, ...rest]: readonly string[], value: Written): void {
  if (rest.length === 0) target[key!] = value
  else put((target[key!] ??= {}) as Record<string, Written>, rest, value)
}

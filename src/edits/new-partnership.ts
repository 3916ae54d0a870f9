import type { Written } from '../document/edit.js'
import { didYouMean } from '../model/did-you-mean.js'
import { ID, notAnId, slug } from '../model/id.js'
import { partnershipSchema } from '../model/partnership.js'
import { keysOf } from '../model/schema-walk.js'
import type { Register } from '../model/register.js'
import { UsageError } from '../model/usage-error.js'
import { lookAlikes } from '../rules/look-alikes.js'
import type { Change } from './change.js'
import { checkedList, checkedText, isPlainList } from './check-value.js'

/** What is known of a partnership that is new: texts by path, such as `value.amount`; partners by their ids. */
export interface NewWish {
  readonly id?: string | undefined
  readonly fields: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly partners: readonly string[]
}

/** The fields that a new file is begun with; the rest is asked for by what policy wants of it. */
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
 * The file of a new partnership: a dozen lines.
 * @throws UsageError where a value does not fit, an id is taken, or a partner organisation is not in the register
 */
export function newPartnership(register: Register, { id: wished, fields, partners }: NewWish): Change {
  const name = nameIn(fields)
  const id = newId(register, wished, name)
  const value: Record<string, Written> = {}
  for (const path of NEW_FIELDS) {
    const given = fields[path]
    if (given !== undefined) put(value, path.split('.'), checkedField(path.split('.'), given))
  }
  if (partners.length > 0) value['partners'] = withUs(register, partners).map((it) => ({ organisation: it }))
  const keys = keysOf(partnershipSchema)!
  const ordered = Object.fromEntries(keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]!]))
  return {
    edits: [],
    created: [{ file: `partnerships/${id}.yaml`, value: ordered }],
    sentence: `${name.trim()} is in the register as ${id}`,
  }
}

/** Partners are all who take part, ourselves included, where the register has an "us". */
function withUs(register: Register, partners: readonly string[]): string[] {
  const { organisation: us, perspective } = register.settings
  const ids = partners.map((it) => organisationId(register, it))
  const isSeenFromUs = perspective !== 'neutral' && register.organisations.some((it) => it.id === us)
  return [...new Set(isSeenFromUs ? [us, ...ids] : ids)]
}

/** The name of a new partnership. @throws UsageError where there is none */
export function nameIn({ name }: NewWish['fields']): string {
  if (typeof name === 'string' && name.trim() !== '') return name.trim()
  throw new UsageError('a partnership needs a name', 'partners new "Riverside Recovery Partnership"')
}

function checkedField(path: readonly string[], given: string | readonly string[]): Written {
  const named = `--${optionOf(path.join('.'))}`
  if (isPlainList(partnershipSchema, path))
    return checkedList(partnershipSchema, path, typeof given === 'string' ? [given] : given, named)
  return checkedText(partnershipSchema, path, String(given as string), path[0] === 'name' ? undefined : named)
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

/** The id that was wished for, or the name made into one. */
export function newId(register: Register, wished: string | undefined, name: string): string {
  const id = wished?.trim() ?? slug(name)
  if (!ID.test(id)) {
    const { message, hint } = notAnId(wished ?? name)
    throw new UsageError(
      message,
      wished === undefined ? 'name an id with --id, in small letters, digits and hyphens' : hint,
    )
  }
  const taken = [...register.partnerships, ...register.unreadable.filter((it) => it.kind === 'partnership')].find(
    (it) => it.id === id,
  )
  if (taken !== undefined) throw new UsageError(`${id} is taken by ${taken.file}`, 'name another with --id')
  return id
}

/** Partnerships whose name or alias says the same as a new name: their ids, names and files. */
export function alikeTo({ partnerships }: Register, name: string): { id: string; name: string; file: string }[] {
  const fresh = { id: '', file: '', name, aliases: [] }
  return partnerships.filter((it) => [...lookAlikes([it, fresh])].length > 0)
}

/** The organisation that is meant, by id, name or alias. */
function organisationId({ organisations }: Register, written: string): string {
  const wanted = written.trim().toLowerCase()
  const byId = organisations.find((it) => it.id === written.trim())
  const named = organisations.filter((it) => [it.name, ...it.aliases].some((name) => name.toLowerCase() === wanted))
  if (byId !== undefined) return byId.id
  if (named.length === 1) return named[0]!.id
  const names = organisations.flatMap((it) => [it.id, it.name])
  throw new UsageError(
    `there is no organisation "${written}"`,
    `${names.length > 12 && !nearAny(written, names) ? '' : `${didYouMean(written, names)}; `}partners organisation new "${written}" adds one`,
  )
}

const nearAny = (written: string, names: readonly string[]) => didYouMean(written, names).startsWith('did you mean')

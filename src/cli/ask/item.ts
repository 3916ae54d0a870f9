import { checkedList, checkedText } from '../../edits/check-value.js'
import { itemFields, itemSchema, type ItemField } from '../../edits/item-fields.js'
import { ITEM_KINDS, type ItemKind, type ItemKindName } from '../../edits/item-kinds.js'
import type { ItemRequest } from '../../edits/record-item.js'
import { exactDay, refuseLater } from '../../edits/set-dated.js'
import type { Target } from '../../edits/target.js'
import type { Day } from '../../model/day.js'
import type { Register } from '../../model/register.js'
import { namedBy } from '../../policy/known-names.js'
import { dayOf } from '../as-of.js'
import type { ChangeOptions } from '../change.js'
import { withTerminal, type Ask } from './terminal.js'
import { openRegister } from '../open-register.js'
import type { Ports } from '../ports.js'
import { askField } from './field.js'

/** The context of questions about an item. */
interface About {
  readonly register: Register
  readonly asOf: Day
  readonly record: Target['record']
  readonly name: ItemKindName
  readonly kind: ItemKind
  readonly fields: readonly ItemField[]
}

/**
 * Asks for fields of an item that were not given: the main ones if none was given, otherwise only those that it needs.
 * The register is not locked meanwhile.
 * @param find the record that the item is for; it refuses one that does not exist before anything is asked
 */
export async function askItem(
  ports: Ports,
  name: ItemKindName,
  find: (register: Register) => Target,
  request: ItemRequest,
  options: ChangeOptions,
): Promise<ItemRequest> {
  const opened = await openRegister(ports, options)
  const { register } = opened
  const asOf = await dayOf(ports, opened, undefined)
  const { record } = find(register)
  const about: About = { register, asOf, record, name, kind: ITEM_KINDS[name], fields: itemFields(name) }
  const open = openFields(about, request)
  if (open.length === 0) return request
  return withTerminal(async (ask) => {
    const answered: Record<string, string | readonly string[] | undefined> = { ...request }
    for (const field of open) Object.assign(answered, await askOne(ask, about, field))
    return answered
  })
}

function openFields({ kind, fields }: About, request: ItemRequest): ItemField[] {
  const isGiven = ({ option }: ItemField) =>
    request[option] !== undefined || (option === kind.text && request['text'] !== undefined)
  const wanted = kind.asks.map((it) => fields.find(({ option }) => option === it)!).filter((it) => !isGiven(it))
  if (Object.values(request).every((it) => it === undefined)) return wanted
  return wanted.filter((it) => it.isRequired && !(kind.isOfDay && it.option === kind.date))
}

/** The answer by its option, with the comment on a grade below G. */
async function askOne(ask: Ask, about: About, field: ItemField): Promise<Record<string, string | readonly string[]>> {
  const { register, asOf, name, kind } = about
  const { option, path, meta, isList } = field
  const choices = choicesOf(about, field)
  const answer = await askField(ask, register, itemSchema(name), {
    path,
    meta,
    isRequired: field.isRequired,
    otherwise: kind.isOfDay && option === kind.date ? asOf : undefined,
    choices,
    check: (given) => check(about, field, given),
  })
  if (answer === undefined) return {}
  const isBelowG = meta.kind === 'grade' && checkedText({ register, schema: itemSchema(name), path }, answer) !== 'G'
  return { [option]: isList ? parts(answer) : answer, ...(isBelowG && (await askComment(ask, about, option))) }
}

const parts = (answer: string) => answer.split(/[,;]/).flatMap((it) => it.trim() || [])

/** @throws UsageError if an answer does not fit, names nothing, or is a day in the future */
function check({ register, asOf, record, name, kind }: About, field: ItemField, answer: string): void {
  const place = { register, file: record.file, schema: itemSchema(name), path: field.path }
  if (field.isList) return void checkedList(place, parts(answer))
  const text = checkedText(place, answer)
  if (kind.isOfDay && field.option === kind.date) refuseLater(exactDay(register, text), asOf)
}

/** The things that may be named, if that is a list of policy, or short. */
function choicesOf({ register, record }: About, { meta, option, choices }: ItemField): readonly string[] | undefined {
  const { names } = meta
  if (option === 'organisation' && 'partners' in record && record.partners.length <= MOST_SHOWN)
    return record.partners.flatMap((it) => it.organisation ?? [])
  if (names === undefined) return choices
  const ids = namedBy(register, { file: record.file, names }).map(({ id }) => id)
  return names === 'document-type' || names === 'risk-category' || ids.length <= MOST_SHOWN ? ids : choices
}

/** The longest list that is shown before a question. */
const MOST_SHOWN = 12

async function askComment(ask: Ask, { register, name, fields }: About, aspect: string) {
  const option = `${aspect}-comment`
  const { path, meta } = fields.find((it) => it.option === option)!
  const comment = await askField(ask, register, itemSchema(name), { path, meta, isRequired: true })
  return { [option]: comment! }
}

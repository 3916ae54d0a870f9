import type * as z from 'zod'
import { describeWhen } from '../../model/day.js'
import { lookUp } from '../../model/look-up.js'
import { IDENTIFIER_SCHEMES } from '../../model/organisation.js'
import { at, atKey, type Filed, type Place } from '../../model/place.js'
import { formatNames } from '../../model/words.js'
import { hasLeiChecksum, tidyIdentifier, withoutPrefix } from '../identifiers.js'
import { lookAlikes } from '../look-alikes.js'
import { defineRegisterRule, type Checked, type Rule, defineRecordRule, definePartnershipRule } from '../rule.js'
import { getOrMake } from '../../model/order.js'
import { kindOf, RECORD_SCHEMAS } from '../../model/record-schemas.js'
import { keysKnownBy, keysOf, metaAt, schemaAt } from '../../model/schema-walk.js'

/** Words that could mean another body in the next file. */
const BARE =
  /^(?:the\s+)?(?:trust|foundation trust|council|ccg|pct|icb|ics|sha|partnership|alliance|network|board|charity|university|provider|commissioner)$/i

const bareAlias = defineRecordRule({
  code: 'register/bare-alias',
  severity: 'warning',
  summary: 'An alias is a bare word that means another body in the next file.',
  source: 'Aliases of registers: “the Trust” is also somebody else’s',
  why: 'A paper that says “the Trust” would be tied to whichever file happens to claim the word.',
  remedy: 'Remove the alias, or write the name in full.',
  records: ['organisation', 'partnership'],
  *check(record) {
    for (const [index, alias] of record.aliases.entries()) {
      if (!BARE.test(alias.trim())) continue
      yield { at: at(record, 'aliases', index), key: alias, message: `"${alias}" may mean any body of its kind` }
    }
  },
})

const identifierForm = defineRecordRule({
  code: 'register/identifier-form',
  severity: 'warning',
  summary: 'An identifier does not have the form of its scheme.',
  source: 'org-id.guide; forms of each scheme',
  why: 'A mistyped number leads to another body, or to none.',
  remedy: 'Look the number up in the public register.',
  records: ['organisation'],
  *check(organisation) {
    for (const [index, { scheme, id }] of organisation.identifiers.entries()) {
      const { form, title } = IDENTIFIER_SCHEMES[scheme]
      const number = tidyIdentifier(scheme, id)
      if (form.test(number) && (scheme !== 'lei' || hasLeiChecksum(number))) continue
      yield {
        at: at(organisation, 'identifiers', index, 'id'),
        key: id,
        message: `"${id}" does not have the form of a ${title}`,
        hint: meantBy(scheme, id, number),
      }
    }
  },
})

/** The number that was probably meant, where that is certain enough to propose it. */
function meantBy(scheme: keyof typeof IDENTIFIER_SCHEMES, id: string, number: string): string {
  const prefixed = withoutPrefix(id)
  if (prefixed?.scheme === scheme) return `write "${prefixed.number}": the scheme says whose number it is`
  if (prefixed !== undefined)
    return `that is a ${IDENTIFIER_SCHEMES[prefixed.scheme].title}: write scheme: ${prefixed.scheme} and id: "${prefixed.number}"`
  return scheme === 'company' && /^\d{6,7}$/.test(number)
    ? `write "${number.padStart(8, '0')}"`
    : 'look it up in the public register, and write it in quotes'
}

const mergedOrganisation = definePartnershipRule({
  code: 'register/merged-organisation',
  severity: 'warning',
  summary: 'A partnership names an organisation that was merged into another.',
  source: 'A signatory that no longer exists: check novation',
  why: 'An agreement with a body that no longer exists may bind nobody.',
  remedy: 'Name the successor, and check that agreements were carried over.',
  *check(partnership, { register, asOf }) {
    if (partnership.status === 'ended') return
    for (const [index, { organisation: id }] of partnership.partners.entries()) {
      const organisation = lookUp(register).organisation.get(id)
      const merged = organisation?.merged
      if (organisation === undefined || merged === undefined || (merged.on !== undefined && merged.on.first > asOf))
        continue
      const successor = lookUp(register).organisation.get(merged.into)?.name
      const into = successor === undefined ? merged.into : `${successor} (${merged.into})`
      yield {
        at: at(partnership, 'partners', index, 'organisation'),
        key: organisation.id,
        message: `${organisation.name} was merged into ${into}${merged.on ? ` ${describeWhen(merged.on)}` : ''}`,
        hint: `write ${merged.into}, and check that the agreement was carried over`,
        related: [{ at: at(organisation, 'merged'), message: 'the merger' }],
      }
    }
  },
})

const noPolicy = defineRegisterRule({
  code: 'register/no-policy',
  severity: 'warning',
  summary: 'The register has no policy.yaml.',
  source: 'Policy decides which reviews and documents are required',
  why: 'Without a policy nothing is required, so nothing is found missing or late.',
  remedy: 'Write policy.yaml with the line `extends: nhs-2027`, followed by entries of your own.',
  *check({ register }) {
    if (register.policies.length > 0 || register.files.has('policy.yaml')) return
    yield {
      at: atKey(register.settings, 'organisation'),
      message: 'there is no policy.yaml, so no review and no document is required',
      hint: 'write policy.yaml with the line extends: nhs-2027',
    }
  },
})

const sameId = defineRegisterRule({
  code: 'register/same-id',
  severity: 'error',
  summary: 'Two files have the same id.',
  source: 'A record’s id is the name of its file, whatever the folder',
  why: 'A reference to the id could mean either.',
  remedy: 'Rename one of the two files.',
  *check({ register }) {
    for (const records of [register.partnerships, register.organisations, register.updates]) {
      const seen = new Map<string, (typeof records)[number]>()
      for (const record of records) {
        const earlier = seen.get(record.id)
        if (earlier === undefined) seen.set(record.id, record)
        else
          yield {
            at: atKey(record, 'name'),
            message: `the id "${record.id}" is also that of ${earlier.file}`,
            related: [{ at: atKey(earlier, 'name'), message: 'the other one' }],
          }
      }
    }
  },
})

const sameIdentifier = defineRegisterRule({
  code: 'register/same-identifier',
  severity: 'error',
  summary: 'Two organisations have the same identifier.',
  source: 'A number of a public register belongs to one body',
  why: 'One body in two records is counted twice.',
  remedy: 'If they are one body, keep one file; otherwise correct the number.',
  *check({ register }) {
    const seen = new Map<string, (typeof register.organisations)[number]>()
    for (const organisation of register.organisations) {
      for (const [index, { scheme, id }] of organisation.identifiers.entries()) {
        const prefixed = withoutPrefix(id)
        const key = `${prefixed?.scheme ?? scheme} ${prefixed?.number ?? tidyIdentifier(scheme, id)}`
        const earlier = seen.get(key)
        if (earlier !== undefined && earlier !== organisation)
          yield {
            at: at(organisation, 'identifiers', index, 'id'),
            key,
            message: `${id} is also the number of ${earlier.name}`,
            related: [{ at: at(earlier, 'identifiers'), message: earlier.name }],
          }
        else seen.set(key, organisation)
      }
    }
  },
})

const sameItem = defineRecordRule({
  code: 'register/same-item',
  severity: 'warning',
  summary: 'Two items of a list are known by the same words.',
  source: 'The catalogue of fields says what the items of a list are known by',
  why: 'A change to one looks the same as a change to the other.',
  remedy:
    'Make them differ in what the list knows its items by (an id, a title, a day), combine them, or remove the duplicate.',
  records: ['partnership', 'organisation', 'update', 'register'],
  *check(record) {
    for (const { at, name, first, list, identity } of sameItems(record))
      yield {
        at,
        key: name,
        message: `this item is known by "${name}", like an earlier one`,
        hint: toTellApart(list, identity),
        related: [{ at: first, message: 'the earlier one' }],
      }
  },
})

/** How to make two items of a list distinct, or one. */
function toTellApart(list: string, identity: readonly string[]): string {
  if (list === 'partners') return 'list each partner once, with all its roles: combine the two'
  if (list === 'documents')
    return 'give each a title of its own, mark the one that was replaced as status: superseded, or remove the duplicate'
  if (identity.includes('id')) return 'give each an id of its own, or remove the duplicate'
  return `items differ in ${formatNames(identity)}: correct one, or combine the two`
}

const lookAlike = (kind: 'organisation' | 'partnership') =>
  defineRegisterRule({
    code: `register/look-alike-${kind}`,
    severity: 'warning',
    summary: `Two ${kind}s have names that are identical or nearly so.`,
    source: 'One body, one record; other names are aliases',
    why: `The same ${kind} under two spellings is counted twice.`,
    remedy: 'Merge the two and keep the other name as an alias; or give them names that differ more.',
    check: ({ register }: Checked) => lookAlikes(register[`${kind}s`]),
  })

/** An item, the earlier one known by the same words, their list, and the keys by which its items are known. */
interface SameItem {
  readonly at: Place
  readonly first: Place
  readonly name: string
  readonly list: string
  readonly identity: readonly string[]
}

/** Items of a record's lists that have the same values for the keys by which the catalogue says they are known. */
function* sameItems(record: Filed): Iterable<SameItem> {
  for (const { key, identity } of listsOf(RECORD_SCHEMAS[kindOf(record.file)!].schema)) {
    const items = (record as Filed & Readonly<Record<string, unknown>>)[key]
    if (!Array.isArray(items) || items.length < 2) continue
    const seen = new Map<string, number>()
    for (const [index, item] of items.entries()) {
      const name = keysKnownBy(item, identity)
        .map((part) => shown((item as Record<string, unknown>)[part]))
        .filter((it) => it !== '')
        .join(' ')
      const earlier = name === '' ? undefined : seen.get(name)
      if (earlier !== undefined)
        yield { at: at(record, key, index), first: at(record, key, earlier), name, list: key, identity }
      else seen.set(name, index)
    }
  }
}

/** The lists of a kind of record, with the keys by which their items are known. */
const listsOf = (schema: z.ZodType) =>
  getOrMake(lists, schema, () =>
    (keysOf(schemaAt(schema, [])) ?? []).flatMap((key) => {
      const identity = metaAt(schema, [key])?.identity
      return identity === undefined ? [] : [{ key, identity }]
    }),
  )

const lists = new Map<z.ZodType, { readonly key: string; readonly identity: readonly string[] }[]>()

const shown = (value: unknown) =>
  typeof value === 'object' && value !== null && 'written' in value
    ? String(value.written)
    : value === undefined
      ? ''
      : String(value as string)

export const registerRules: readonly Rule[] = [
  bareAlias,
  identifierForm,
  lookAlike('organisation'),
  lookAlike('partnership'),
  mergedOrganisation,
  noPolicy,
  sameId,
  sameIdentifier,
  sameItem,
]

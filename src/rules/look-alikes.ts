import { distance } from 'fastest-levenshtein'
import { at } from '../model/place.js'
import type { RuleFinding } from './rule.js'

interface Named {
  readonly id: string
  readonly file: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** A name reduced to what all of its spellings share, and the words in it that say what kind of body it is. */
interface Core {
  readonly text: string
  /** All of it, without blanks. */
  readonly whole: string
  readonly kinds: ReadonlySet<string>
}

/** A name or alias of a record. */
interface Name {
  readonly record: Named
  readonly text: string
  /** Position among its aliases; undefined for its name. */
  readonly alias: number | undefined
}

/** The only record with a name or alias like a text; undefined where there is none, or are several. */
export function theOneLike<T extends Named>(records: readonly T[], text: string): T | undefined {
  const core = coreOf(text)
  const alike = records.filter((it) =>
    [it.name, ...it.aliases].map(coreOf).some((own) => own.text === core.text && mayBeOne(own, core)),
  )
  return alike.length === 1 ? alike[0] : undefined
}

/** The records with a name or alias like one of a new record, or that differs from it by what may be a typing error. */
export function alikeTo<T extends Named>(
  records: readonly T[],
  { name, aliases = [] }: { readonly name: string; readonly aliases?: readonly string[] },
): T[] {
  const fresh = [name, ...aliases].map(coreOf)
  return records.filter((it) =>
    [it.name, ...it.aliases]
      .map(coreOf)
      .some((own) =>
        fresh.some((core) => mayBeOne(own, core) && (own.text === core.text || isTypingError(own.whole, core.whole))),
      ),
  )
}

/** One letter added, missing or changed in a long name; names with different numbers are different. */
const isTypingError = (one: string, other: string) =>
  Math.min(one.length, other.length) >= 8 && !/\d/.test(one + other) && distance(one, other) === 1

/** Pairs of records with like names or aliases, whatever their letter case, small words and endings. */
export function* lookAlikes(records: readonly Named[]): Iterable<RuleFinding> {
  for (const { first, second } of pairs(records)) {
    const byAliases = first.alias !== undefined && second.alias !== undefined
    yield {
      at: placeOf(second),
      key: first.record.id,
      message: `${describeName(second)} ${describeOther(first, second)}`,
      hint: byAliases
        ? 'if they are the same, keep one file; if not, remove the alias from one of them'
        : 'if they are the same, keep one file and make the other name an alias; if not, make the names differ',
      related: [{ at: placeOf(first), message: 'the other one' }],
    }
  }
}

const placeOf = ({ record, alias }: Name) => (alias === undefined ? at(record, 'name') : at(record, 'aliases', alias))

const describeName = ({ record, text, alias }: Name) =>
  alias === undefined ? `"${text}"` : `"${text}", an alias of ${record.name},`

function describeOther({ record, text, alias }: Name, second: Name): string {
  if (alias === undefined) return `looks like "${text}" (${record.file})`
  const whose = `an alias of ${record.name} (${record.file})`
  return text === second.text ? `is also ${whose}` : `looks like "${text}", ${whose}`
}

function* pairs(records: readonly Named[]): Iterable<{ first: Name; second: Name }> {
  const seen = new Map<string, (Name & { core: Core })[]>()
  for (const record of records) {
    for (const [index, text] of [record.name, ...record.aliases].entries()) {
      const core = coreOf(text)
      const name = { record, text, alias: index === 0 ? undefined : index - 1, core }
      const alike = seen.get(core.text) ?? []
      const earlier = alike.find((it) => it.record !== record && mayBeOne(it.core, core))
      if (earlier !== undefined) {
        yield { first: earlier, second: name }
        break
      }
      seen.set(core.text, [...alike, name])
    }
  }
}

/** NHS Brent is not Brent Council: the kinds that the two names give are different. */
const mayBeOne = (a: Core, b: Core) =>
  a.kinds.size === 0 || b.kinds.size === 0 || [...a.kinds].some((it) => b.kinds.has(it))

const KINDS = /\b(?:nhs|trust|council|partnership)\b/g
const SMALL_WORDS = /\b(?:the|of|and|for|foundation|ltd|limited|cic|plc)\b/g

function coreOf(name: string): Core {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
  const short = plain
    .replace(KINDS, ' ')
    .replace(SMALL_WORDS, ' ')
    .replace(/shire\b/g, '')
    .replace(/s\b/g, '')
    .replace(/\s+/g, '')
  return {
    text: short.length >= 5 ? short : plain.trim(),
    whole: plain.replaceAll(' ', ''),
    kinds: new Set(plain.match(KINDS) ?? []),
  }
}

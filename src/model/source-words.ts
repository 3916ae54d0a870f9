import { groupWith, text } from './fields.js'
import { metaAt, type Schema } from './schema-walk.js'

const LABEL = 'Words of the source'
const HELP = 'The words of the source, printed in place of ours.'

/** The words of the source beside a text of ours. @param replaces the key of that text */
export const statedFor = (replaces: string) => text(LABEL, HELP, { replaces: [replaces] }).optional()

/**
 * The words of the source for several texts, each by the key of its text, with its label.
 * @param within the group that has the texts; left out where they are beside it
 */
export const statedByKey = <Key extends string>(texts: Readonly<Record<Key, string>>, within?: string) =>
  groupWith(LABEL, HELP, { replaces: within === undefined ? Object.keys(texts) : [within] }, () => {
    const field = (key: Key) => text(texts[key], `${texts[key]}, printed in place of ours.`).optional()
    return Object.fromEntries(Object.keys(texts).map((key) => [key, field(key as Key)])) as Record<
      Key,
      ReturnType<typeof field>
    >
  }).optional()

/** A text as papers print it: in the words of its source, where the record has them, and in ours otherwise. */
export function wordsOf<Key extends string>(
  record: { readonly [K in Key | 'stated']?: string | { readonly [K in Key]?: string | undefined } | undefined },
  key: Key,
): string | undefined {
  const { stated } = record
  return (typeof stated === 'string' ? stated : stated?.[key]) ?? (record[key] as string | undefined)
}

/** A record or entry with the words of its source in place of ours. */
export function inSourceWords<T extends object>(schema: Schema, record: T): T {
  const { stated, ...ours } = record as Texts
  const replaces = stated === undefined ? undefined : metaAt(schema, ['stated'])?.replaces
  if (replaces === undefined) return record
  const within = replaces.find((key) => metaAt(schema, [key])?.kind === 'group')
  if (within === undefined) return { ...ours, ...inPlace({ ...ours, stated }, replaces) } as T
  const group = ours[within] as Texts | undefined
  return { ...ours, [within]: { ...group, ...inPlace({ ...group, stated }, Object.keys(stated as Texts)) } } as T
}

interface Texts {
  readonly [key: string]: string | Readonly<Record<string, string | undefined>> | undefined
}

const inPlace = (record: Texts, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, wordsOf(record, key)]))

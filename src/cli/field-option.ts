import { Option } from 'commander'
import type { FieldMeta } from '../model/field.js'
import { lowerFirst } from '../model/words.js'

/**
 * A field of the catalogue as an option. The word for its value tells what it names, by which shells complete it; a closed
 * list becomes choices, except grades, of which other spellings are understood.
 * @param item of a list of single values, what the catalogue says of one of them
 */
export function fieldOption(name: string, meta: FieldMeta, item?: FieldMeta, about = meta.help): Option {
  const { json, kind, names } = item ?? meta
  const values = json['enum']
  const isChoice = Array.isArray(values) && kind !== 'grade'
  const value = names ?? (isChoice ? 'value' : kind)
  const option = new Option(
    `--${name} <${value}${item === undefined ? '' : '...'}>`,
    lowerFirst(about.replace(/\.$/, '')),
  )
  if (!isChoice) return option
  option.choices(values as string[])
  option.parseArg = undefined // everyday words are understood, too: they are looked at as any other value
  return option
}

interface Named {
  readonly id: string
  readonly file: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** Two records of which a name or alias says the same, letter case, small words and endings apart. */
export function* lookAlikes<T extends Named>(records: readonly T[]): Iterable<{ first: T; second: T; name: string }> {
  const seen = new Map<string, { record: T; name: string }>()
  for (const record of records) {
    for (const name of [record.name, ...record.aliases]) {
      const key = core(name)
      const earlier = seen.get(key)
      if (earlier !== undefined && earlier.record !== record) {
        yield { first: earlier.record, second: record, name: earlier.name }
        break
      }
      seen.set(key, { record, name })
    }
  }
}

const SMALL_WORDS = /\b(?:the|of|and|for|nhs|trust|foundation|ltd|limited|cic|plc|council|partnership)\b/g

/** What is left of a name without what spellings differ in; the whole name where nothing is left. */
function core(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
  const short = plain
    .replace(SMALL_WORDS, ' ')
    .replace(/shire\b/g, '')
    .replace(/s\b/g, '')
    .replace(/\s+/g, '')
  return short.length >= 5 ? short : plain.trim()
}

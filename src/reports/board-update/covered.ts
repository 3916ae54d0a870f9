/** Does one of the sentences give a figure or day in full, and most of its title? Then a row would repeat it. */
export function isCovered(lines: readonly { readonly text: string }[], title: string, figure: string): boolean {
  return lines.some(({ text }) => {
    const words = new Set(wordsOf(text))
    const about = wordsOf(title).filter((it) => it.length >= LONG)
    const found = about.filter((it) => words.has(it)).length
    return wordsOf(figure).every((it) => words.has(it)) && found > 0 && found * 2 >= about.length
  })
}

/** Shorter words, such as those between nouns, do not show what is meant. */
const LONG = 4

/** Numbers keep their points and commas; `to` and `or` between days mean the same. */
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,][\p{N}]+)*/gu) ?? []).filter((it) => it !== 'to' && it !== 'or')

/**
 * About how wide a text is in a sans-serif font, in the units of its size. No font is measured, so that a picture is the
 * same on every machine; capitals, digits and scripts of full width are counted on the wide side.
 */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += widthOfLetter(letter)
  return Math.ceil(width * size)
}

function widthOfLetter(letter: string): number {
  if (/[iljtfrI.,:;'’|!()[\] -]/.test(letter)) return 0.34
  if (/[mwMW@%]/.test(letter)) return 0.9
  if (/[A-Z&]/.test(letter)) return 0.7
  if (/\p{M}|\p{Cf}/u.test(letter)) return 0 // added to the letter before it
  return letter.codePointAt(0)! < 0x2e80 ? 0.57 : 1.05
}

/** A text that fits a width; a longer one ends with an ellipsis. */
export function shorten(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text
  // one letter stays, whatever the width; the ellipsis needs its room, too
  let kept = ''
  let taken = widthOfLetter('…')
  for (const letter of text) {
    taken += widthOfLetter(letter)
    if (kept !== '' && Math.ceil(taken * size) > width) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

/** A text in lines that fit a width; what does not fit the last one is cut. */
export function wrap(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = []
  let words = text.split(/\s+/).filter((it) => it !== '')
  while (words.length > 0 && lines.length < most) {
    let count = 1
    while (count < words.length && widthOf(words.slice(0, count + 1).join(' '), size) <= width) count++
    const isLast = lines.length === most - 1
    lines.push(shorten(words.slice(0, isLast ? undefined : count).join(' '), width, size))
    words = isLast ? [] : words.slice(count)
  }
  return lines
}

/** Whether lines have less than the whole text. */
export const isCut = (text: string, lines: readonly string[]): boolean =>
  lines.join(' ') !== text.replace(/\s+/g, ' ').trim()

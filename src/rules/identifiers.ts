/** An identifier as registers compare it: capitals, no spaces. */
export const tidyIdentifier = (id: string) => id.toUpperCase().replace(/\s+/g, '')

/** ISO 17442: the number that the letters and digits of an LEI make leaves 1 when divided by 97. */
export function hasLeiChecksum(id: string): boolean {
  let rest = 0
  for (const sign of id) for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

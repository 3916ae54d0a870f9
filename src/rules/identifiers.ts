import { IDENTIFIER_SCHEMES } from '../model/organisation.js'

type Scheme = keyof typeof IDENTIFIER_SCHEMES
const SCHEMES = Object.keys(IDENTIFIER_SCHEMES) as Scheme[]

/** In capitals, without spaces and hyphens, so that an identifier can be found in a text. */
export const plainIdentifier = (text: string) => text.toUpperCase().replace(/[\s–-]+/g, '')

/**
 * An identifier as it is compared: in capitals, without spaces and without hyphens that only group digits. Hyphens that
 * belong to the number (of a linked charity or a supplier) stay.
 */
export function tidyIdentifier(scheme: Scheme, id: string): string {
  const { form } = IDENTIFIER_SCHEMES[scheme]
  const bare = id.toUpperCase().replace(/\s+/g, '')
  const plain = plainIdentifier(id)
  return !form.test(bare) && form.test(plain) ? plain : bare
}

/** The scheme and the number of an identifier that is written with its org-id prefix: `GB-CHC-279417`. */
export function withoutPrefix(id: string): { readonly scheme: Scheme; readonly number: string } | undefined {
  const bare = id.toUpperCase().replace(/\s+/g, '')
  const scheme = SCHEMES.find((it) => bare.startsWith(`${IDENTIFIER_SCHEMES[it].prefix}-`))
  if (scheme === undefined) return undefined
  const number = tidyIdentifier(scheme, bare.slice(IDENTIFIER_SCHEMES[scheme].prefix.length + 1))
  return IDENTIFIER_SCHEMES[scheme].form.test(number) ? { scheme, number } : undefined
}

/** ISO 17442: an LEI, with its letters as numbers, leaves a remainder of 1 when divided by 97. */
export function hasLeiChecksum(id: string): boolean {
  let rest = 0
  for (const sign of id) for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

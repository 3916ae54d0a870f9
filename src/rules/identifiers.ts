import { IDENTIFIER_SCHEMES } from '../model/organisation.js'

type Scheme = keyof typeof IDENTIFIER_SCHEMES
const SCHEMES = Object.keys(IDENTIFIER_SCHEMES) as Scheme[]

/** Letters and digits only, in capitals: what an identifier and a text that holds it have in common. */
export const plainIdentifier = (text: string) => text.toUpperCase().replace(/[\s–-]+/g, '')

/**
 * An identifier as registers compare it: capitals, no spaces, and without the hyphens that people group digits by; those
 * that belong to a number (a linked charity, a supplier) stay.
 */
export function tidyIdentifier(scheme: Scheme, id: string): string {
  const { form } = IDENTIFIER_SCHEMES[scheme]
  const bare = id.toUpperCase().replace(/\s+/g, '')
  const plain = plainIdentifier(id)
  return !form.test(bare) && form.test(plain) ? plain : bare
}

/** An identifier with the prefix of org-id (`GB-CHC-279417`): the scheme of the prefix, and the number that it holds. */
export function withoutPrefix(id: string): { readonly scheme: Scheme; readonly number: string } | undefined {
  const bare = id.toUpperCase().replace(/\s+/g, '')
  const scheme = SCHEMES.find((it) => bare.startsWith(`${IDENTIFIER_SCHEMES[it].prefix}-`))
  if (scheme === undefined) return undefined
  const number = tidyIdentifier(scheme, bare.slice(IDENTIFIER_SCHEMES[scheme].prefix.length + 1))
  return IDENTIFIER_SCHEMES[scheme].form.test(number) ? { scheme, number } : undefined
}

/** ISO 17442: the number that the letters and digits of an LEI make leaves 1 when divided by 97. */
export function hasLeiChecksum(id: string): boolean {
  let rest = 0
  for (const sign of id) for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

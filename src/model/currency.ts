/** How sums name their currency; longer signs first, such as `A$` before `$`. */
const NAMES: readonly (readonly [code: string, names: string])[] = [
  ['AUD', 'AUD|AU?\\$'],
  ['CAD', 'CAD|CA?\\$'],
  ['NZD', 'NZD|NZ\\$'],
  ['HKD', 'HKD|HK\\$'],
  ['SGD', 'SGD|S\\$'],
  ['USD', 'USD|US ?\\$|(?:US )?dollars?|\\$'],
  ['EUR', 'EUR|euros?|€'],
  ['GBP', 'GBP|pounds? sterling|pounds?|sterling|£'],
  ['JPY', 'JPY|yen|¥'],
  ...'CHF SEK NOK DKK CNY INR ZAR PLN CZK HUF AED SAR ILS KRW BRL MXN'.split(' ').map((it) => [it, it] as const),
]

/** A currency beside a number: a word must be a whole one, a sign may touch anything. */
export const CURRENCY = `(?:(?<!\\p{L})(?=\\p{L})|(?![\\p{L}]))(?:${NAMES.map(([, names]) => names).join('|')})(?!\\p{L})`

/** The currencies that a text names, as ISO codes, each once. */
export function currenciesOf(text: string): string[] {
  const found = text.match(new RegExp(CURRENCY, 'giu')) ?? []
  return [...new Set(found.map((it) => NAMES.find(([, names]) => new RegExp(`^(?:${names})$`, 'i').test(it))![0]))]
}

/** A text without its currencies; one that leads a number becomes `£`, by which sums are recognised. */
export const withPlainCurrency = (text: string): string =>
  text.replace(new RegExp(CURRENCY, 'giu'), (name, at: number) =>
    /^\s*\d/.test(text.slice(at + name.length)) ? ' £' : ' ',
  )

/** What is written before a sum of a currency: its sign, or its code and a blank. */
export const signOf = (currency: string): string => SYMBOLS[currency] ?? `${currency} `

const SYMBOLS: Readonly<Record<string, string | undefined>> = { GBP: '£', EUR: '€', USD: '$' }

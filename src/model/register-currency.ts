import { currencyOf as writtenCurrency } from './money.js'
import type { Place } from './place.js'
import type { Register } from './register.js'

/** The currency that a register counts in. */
export const currencyOf = ({ settings }: Pick<Register, 'settings'>): string => settings.currency ?? 'GBP'

/**
 * The currency of a sum: that of the sign in front of it, or else the register's. A sum in another one is in no total.
 * @param place of the sum, or of the group whose amount it is
 */
export function currencyAt(register: Register, { file, path }: Place): string {
  const [own, amount] = [path, [...path, 'amount']].map((it) => JSON.stringify(it))
  const spelt = register.files.get(file)?.spellings.find((it) => {
    if (it.what !== 'currency') return false
    const written = JSON.stringify(it.path)
    return written === own || written === amount
  })
  return (spelt && writtenCurrency(spelt.text)) ?? currencyOf(register)
}

/** Is a sum in a currency other than the register’s? */
export const isOtherCurrency = (register: Register, place: Place): boolean =>
  currencyAt(register, place) !== currencyOf(register)

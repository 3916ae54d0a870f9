import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currenciesOf } from '../../src/model/currency.js'
import { dayFirst, isDay, parseInexactDay } from '../../src/model/day.js'
import { moneyError } from '../../src/model/field-errors.js'
import { currencyOf, parseMoney } from '../../src/model/money.js'

// docs/decisions/0021: a correction is safe only if what comes out reads as what was meant

describe('days', () => {
  const year = fc.integer({ min: 1950, max: 2090 })
  const [month, day] = [fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 })]
  const pad = (it: number) => String(it).padStart(2, '0')

  /** All days that three numbers can be, whoever reads them; years of two digits from 1980 to 2079. */
  function meanings(text: string): string[] {
    const parts = /^(\d+)([/.-])(\d+)\2(\d+)$/.exec(text)!
    const [a, b, c] = [parts[1]!, parts[3]!, parts[4]!]
    const full = (it: string) => (it.length === 4 ? it : `${Number(it) < 80 ? 20 : 19}${it.padStart(2, '0')}`)
    const orders = [
      ...(a.length <= 2 && c.length !== 3 ? [[full(c), b, a] as const, [full(c), a, b] as const] : []),
      ...(a.length === 4 || (parts[2] === '-' && a.length === 2 && c.length === 2) ? [[full(a), b, c] as const] : []),
    ]
    return [...new Set(orders.map(([y, m, d]) => `${y}-${pad(Number(m))}-${pad(Number(d))}`).filter(isDay))]
  }

  const text = fc
    .tuple(year, month, day, fc.constantFrom('/', '.', '-'), fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 2 }))
    .map(([y, m, d, sign, isShort, isPadded, order]) => {
      const [mm, dd] = isPadded ? [pad(m), pad(d)] : [String(m), String(d)]
      const yy = isShort ? pad(y % 100) : String(y)
      return [
        [dd, mm, yy],
        [mm, dd, yy],
        [yy, mm, dd],
      ][order]!.join(sign)
    })

  test('numbers are corrected only where every reader means the same day', () => {
    let safe = 0
    fc.assert(
      fc.property(text, (written) => {
        const read = parseInexactDay(written)
        if (!('kind' in read) || read.kind !== 'other-order' || read.isDoubtful) return
        safe++
        expect([written, ...meanings(written)]).toEqual([written, read.day])
      }),
      { numRuns: 3000 },
    )
    expect(safe).toBeGreaterThan(300)
  })

  test('where days stand first, only what can be read so is', () => {
    expect(dayFirst('1/4/23')).toBe('2023-04-01')
    fc.assert(
      fc.property(text, (written) => {
        const read = dayFirst(written)
        if (read === undefined) return
        const [first, second] = written.split(/[/.-]/).map(Number)
        expect([Number(read.slice(8)), Number(read.slice(5, 7))]).toEqual([first, second])
        expect(meanings(written)).toContain(read)
      }),
      { numRuns: 2000 },
    )
  })

  test('no two years become calendar years', () => {
    const dash = fc.constantFrom('-', '–', '/', ' to ', ' - ', ' / ')
    fc.assert(
      fc.property(year, fc.integer({ min: 1, max: 9 }), dash, (from, more, sign) => {
        const read = parseInexactDay(`${from}${sign}${from + more}`)
        const isOwn = sign.trim() === '/' && more > 1 // the register's own way to write a range
        expect('kind' in read && (read.kind !== 'other-order' || read.isDoubtful === true)).toBe(!isOwn)
      }),
    )
  })
})

describe('money', () => {
  const bases = {
    '': [''],
    'up-to': ['up to ', 'not more than ', 'no greater than ', 'not to exceed ', 'NTE ', 'under '],
    'at-least': ['at least ', 'over ', 'in excess of ', 'no less than '],
    approximate: ['about ', 'c. ', 'approx. '],
    'just-under': ['nearly ', 'just under '],
  } as const
  const times = {
    '': [''],
    year: [' a year', ' p.a.', ' per annum'],
    month: [' a month', ' pcm', ' monthly'],
    week: [' a week', ' weekly'],
    once: [', one-off'],
    total: [' over 3 years', ' in total'],
  } as const
  const units = { '': 1, k: 1e3, m: 1e6, ' million': 1e6, bn: 1e9 } as const
  const signs = {
    '': '',
    '£': 'GBP',
    'GBP ': 'GBP',
    '€': 'EUR',
    'USD ': 'USD',
    US$: 'USD',
    A$: 'AUD',
    'CHF ': 'CHF',
  } as const
  const keys = <T extends object>(of: T) => fc.constantFrom(...(Object.keys(of) as (keyof T & string)[]))

  /** What somebody means, and one way to say it. */
  const phrase = fc
    .record({
      basis: keys(bases),
      per: keys(times),
      unit: keys(units),
      sign: keys(signs),
      number: fc.integer({ min: 11, max: 900 }),
      more: fc.integer({ min: 0, max: 99 }),
      wording: fc.nat(5),
    })
    .map((it) => {
      const before = bases[it.basis][it.wording % bases[it.basis].length]!
      const after = times[it.per][it.wording % times[it.per].length]!
      const high = `${it.number + it.more}${it.unit}`
      const sum = it.more === 0 ? `${it.sign}${high}` : `${it.sign}${it.number}${it.unit} to ${it.sign}${high}`
      return { ...it, text: `${before}${sum}${after}` }
    })

  test('what a safe correction writes is what the words mean', () => {
    let safe = 0
    fc.assert(
      fc.property(phrase, ({ text, basis, per, unit, sign, number, more }) => {
        const { correction } = moneyError(text)
        if (!correction?.safe) return
        safe++
        const { amount, 'at-least': least, stated, ...rest } = correction.fields!
        expect(stated).toBe(text)
        expect(parseMoney(amount!)).toBe(Math.round((number + more) * units[unit] * 100))
        expect(least && parseMoney(least)).toBe(more === 0 ? undefined : Math.round(number * units[unit] * 100))
        expect(currencyOf(amount!) ?? '').toBe(signs[sign])
        expect(rest).toEqual({ ...(basis && { basis }), ...(per && { per }) })
      }),
      { numRuns: 3000 },
    )
    expect(safe).toBeGreaterThan(1000)
  })

  test('a word that says more makes it unsafe, and keeps it', () => {
    const more = fc.constantFrom(
      ' +VAT',
      ' + VAT',
      ' (+VAT)',
      ' + CPI',
      ' + staff time',
      ' plus VAT',
      ' ex VAT',
      ' subject to approval',
      ' TBC',
      ' (2 of 3)',
      ' for Lot 5',
    )
    fc.assert(
      fc.property(phrase, more, ({ text }, words) => {
        const { correction, hint } = moneyError(`${text}${words}`)
        expect(correction?.safe ?? false).toBe(false)
        if (correction?.fields === undefined) return
        expect(correction.fields['stated']).toBe(`${text}${words}`)
        expect(hint).toContain('stated: ')
      }),
    )
  })

  test('no proposal is in another currency than the words', () => {
    expect(moneyError('about €2m').correction?.fields?.['amount']).toBe('€2m')
    fc.assert(
      fc.property(phrase, fc.constantFrom('', ' grant', ' + VAT', ' from the council'), ({ text }, more) => {
        const fields = moneyError(`${text}${more}`).correction?.fields
        if (fields === undefined) return
        expect([currencyOf(fields['amount']!)].filter(Boolean)).toEqual(currenciesOf(text))
      }),
    )
  })
})

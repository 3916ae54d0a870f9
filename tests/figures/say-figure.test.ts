import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { End, MoneyFigure } from '../../src/figures/figure.js'
import { formatFigure } from '../../src/figures/format-figure.js'
import { formatMoney } from '../../src/model/money.js'
import { place } from '../reports-engine/view.js'

const exact = (pounds: number): End => ({ pence: pounds * 100, approximate: false })
const about = (pounds: number): End => ({ pence: pounds * 100, approximate: true })
const money = (atLeast: End, atMost: End | null, more: Partial<MoneyFigure> = {}): MoneyFigure => ({
  figure: 'money',
  atLeast,
  atMost,
  unknown: 0,
  oneOff: 0,
  currency: 'GBP',
  how: 'summed',
  sources: [{ name: 'Riverside', at: place('partnerships/riverside.yaml') }],
  ...more,
})

test.each([
  [money(exact(8_600_000), exact(8_600_000)), '£8.6m'],
  [money(about(34_000_000), about(34_000_000)), 'about £34m'],
  [money(about(34_000_000), exact(34_000_000)), 'nearly £34m'],
  [money(exact(0), exact(2_000_000)), 'up to £2m'],
  [money(exact(0), about(2_000_000)), 'up to about £2m'],
  [money(exact(5), null), 'at least £5'],
  [money(about(5), null), 'at least about £5'],
  [money(about(5), exact(7)), 'between about £5 and £7'],
  [money(about(5), about(7)), 'between about £5 and about £7'],
  [money(exact(5), exact(5), { unknown: 3 }), '£5 (3 of unknown value left out)'],
  [money(exact(5), exact(5), { oneOff: 1 }), '£5 (1 one-off sum left out)'],
  [money(exact(5), null, { unknown: 2, oneOff: 2 }), 'at least £5 (2 of unknown value and 2 one-off sums left out)'],
  [money(exact(0), exact(0), { unknown: 3, sources: [] }), 'not known (3 of unknown value left out)'],
  [money(exact(0), exact(0), { oneOff: 1, sources: [] }), 'none (1 one-off sum left out)'],
  [money(exact(0), exact(0), { sources: [] }), '£0'],
])('%#: %s', (figure, said) => expect(formatFigure(figure)).toBe(said))

const end = fc.record({ pence: fc.integer({ min: 0, max: 1e12 }), approximate: fc.boolean() })
const figure = fc
  .record({ atLeast: end, atMost: fc.option(end), unknown: fc.nat(9), oneOff: fc.nat(9) })
  .filter(({ atLeast, atMost }) => atMost === null || atLeast.pence <= atMost.pence)
  .map(({ atLeast, atMost, ...left }) => money(atLeast, atMost, left))

test('both ends, how sure each is, and what is left out are in the words', () => {
  const say = ({ pence, approximate }: End) => `${approximate ? 'about ' : ''}${formatMoney(pence)}`
  fc.assert(
    fc.property(figure, (it) => {
      const { atLeast: low, atMost: high, unknown, oneOff } = it
      const said = formatFigure(it)
      const isShort = /^(?:nearly|up to) /.test(said)
      const words = [
        high === null ? `at least ${say(low)}` : say(high),
        high === null || isShort ? '' : say(low),
        unknown > 0 ? `${unknown} of unknown value` : '',
        oneOff > 0 ? `${oneOff} one-off sum` : '',
      ]
      expect(words.filter((word) => !said.includes(word))).toEqual([])
    }),
  )
})

test('figures that differ in a fact differ in their words', () => {
  const facts = ({ atLeast, atMost, unknown, oneOff }: MoneyFigure) =>
    JSON.stringify([atLeast, atMost, unknown, oneOff])
  const small = fc.record({ pence: fc.nat(2), approximate: fc.boolean() })
  const few = fc
    .record({ atLeast: small, atMost: fc.option(small), unknown: fc.nat(1), oneOff: fc.nat(1) })
    .filter(({ atLeast, atMost }) => atMost === null || atLeast.pence <= atMost.pence)
    .map(({ atLeast, atMost, ...left }) => money(atLeast, atMost, left))
  fc.assert(
    fc.property(few, few, (a, b) => {
      expect(formatFigure(a) === formatFigure(b)).toBe(facts(a) === facts(b))
    }),
    { numRuns: 2000 },
  )
})

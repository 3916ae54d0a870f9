import { describe, expect, test } from 'vitest'
import type { MoneyFigure } from '../../src/figures/figure.js'
import { formatFigure } from '../../src/figures/format-figure.js'
import type { Organisation } from '../../src/model/organisation.js'
import type { Partnership } from '../../src/model/partnership.js'
import { concentration } from '../../src/reports/concentration/index.js'
import { organisationOf, partnershipOf } from '../policy/sample.js'
import { inputOf, paperOf, registerWith } from './make.js'

const US = organisationOf('us', { kind: 'nhs-trust' })
const year = (amount: string, direction = 'income', more: object = {}) => ({
  value: { amount, per: 'year', direction, ...more },
})
const withPartners = (id: string, written: object, ...partners: (string | object)[]) =>
  partnershipOf(
    {
      name: id,
      ...written,
      partners: ['us', ...partners].map((it) => (typeof it === 'string' ? { organisation: it } : it)),
    },
    id,
  )
const viewOf = (partnerships: Partnership[], organisations: Organisation[], settings = {}) =>
  concentration.build(inputOf(registerWith(partnerships, [US, ...organisations], settings))).view
const sayThrough = ({ value, unrecorded }: { value: MoneyFigure | null; unrecorded: MoneyFigure | null }) =>
  [value && formatFigure(value), unrecorded && `not recorded of ${formatFigure(unrecorded)}`].filter(Boolean).join('; ')
const moneyOf = (view: ReturnType<typeof viewOf>) =>
  view.money.flatMap(({ direction, list, withoutShare }) => [
    ...list.map((it) => `${direction}, ${it.name}: ${sayThrough(it)}, ${it.share && formatFigure(it.share)}`),
    ...withoutShare.map((it) => `${direction}, ${it.name}, unranked: not recorded of ${formatFigure(it.unrecorded)}`),
  ])
const [A, B, C] = ['a', 'b', 'c'].map((it) => organisationOf(it)) as [Organisation, Organisation, Organisation]

describe('money', () => {
  test('in and out are never added up, and ours is left out', () => {
    const view = viewOf(
      [
        withPartners('p', year('6m'), 'b'),
        withPartners('q', year('2m'), 'a'),
        withPartners('r', year('1m', 'spend'), 'a'),
      ],
      [A, B],
    )
    expect(moneyOf(view)).toEqual(['Money in, b: £6m, 75%', 'Money in, a: £2m, 25%', 'Money out, a: £1m, 100%'])
  })

  test('counts by the stated share; without one among several it is not recorded, and not all', () => {
    const view = viewOf(
      [withPartners('p', year('10m'), { organisation: 'a', share: '40%' }), withPartners('q', year('10m'), 'a', 'b')],
      [A, B],
    )
    expect(moneyOf(view)).toEqual([
      'Money in, a: £4m; not recorded of £10m, 20%',
      'Money in, b, unranked: not recorded of £10m',
    ])
    expect(view.money[0]!.list[0]!.counted.map((it) => `${it.how} ${it.count.count}`)).toEqual([
      'stated share 1',
      'share not recorded 1',
    ])
  })

  test('of a part is in the whole: once, and never more than it', () => {
    const view = viewOf(
      [
        withPartners('whole', year('10m'), 'a'),
        withPartners('one', { parent: 'whole', ...year('4m') }, 'b'),
        withPartners('two', { parent: 'one' }, 'c'),
      ],
      [A, B, C],
    )
    expect(view.partnerships.count).toBe(1)
    expect(formatFigure(view.money[0]!.total)).toBe('£10m')
    expect(moneyOf(view)).toEqual([
      'Money in, a: £10m, 100%',
      'Money in, b: £4m, 40%',
      'Money in, c, unranked: not recorded of £10m',
    ])
  })

  test('that is not known is told, and makes no sum', () => {
    const view = viewOf(
      [
        withPartners('p', year('1m'), 'a'),
        withPartners('q', {}, 'a', 'b'),
        withPartners('r', { value: { amount: '5m', per: 'once', direction: 'income' } }, 'a'),
      ],
      [A, B],
    )
    expect(moneyOf(view)).toEqual(['Money in, a: £1m (1 one-off sum left out), 100%'])
    expect(view.money[1]).toMatchObject({ direction: 'Funding direction not recorded', list: [], unknown: ['a', 'b'] })
  })

  test('through partners that are not named, or not stated, has rows of its own', () => {
    const view = viewOf(
      [
        withPartners('p', year('6m'), { group: 'other trusts', count: '5' }),
        withPartners('q', year('3m')),
        withPartners('r', year('1m'), 'a'),
      ],
      [A],
    )
    expect(view.money[0]!.list.map((it) => [it.name, it.of, sayThrough(it), formatFigure(it.share!)])).toEqual([
      ['Partners described but not named', ['p'], '£6m', '60%'],
      ['Partners not recorded', ['q'], '£3m', '30%'],
      ['a', [], '£1m', '10%'],
    ])
  })

  test('of a value is told with what the value is, and with a larger sum that passes beside it', () => {
    const [p] = viewOf(
      [
        withPartners('p', {
          value: { title: 'Running costs', amount: '4m', per: 'year', direction: 'pooled' },
          amounts: [
            { title: 'Budget of the members', amount: '90m', per: 'year' },
            { title: 'Budget that is managed', amount: '50m', per: 'year', from: 'Members', for: 'Care' },
          ],
        }),
      ],
      [],
    ).money[0]!.meanings
    expect([p!.title, p!.beside?.title, formatFigure(p!.beside!.sum)]).toEqual([
      'Running costs',
      'Budget that is managed',
      '£50m',
    ])
  })

  test('has no largest where the last of them is equal to the next', () => {
    const organisations = ['a', 'b', 'c', 'd'].map((it) => organisationOf(it))
    const share = (organisation: string) => ({ organisation, share: '25%' })
    const view = viewOf([withPartners('p', year('6m'), ...['a', 'b', 'c', 'd'].map(share))], organisations)
    expect(view.money[0]!.largest).toEqual([])
    expect(view.most).toEqual([])
    expect(view.equals.map((it) => [it.organisations.count, it.in])).toEqual([[4, 'one partnership each']])
  })

  test('through the largest together counts each partnership once', () => {
    const organisations = ['a', 'b', 'c', 'd'].map((it) => organisationOf(it))
    const view = viewOf(
      [
        withPartners('p', year('6m'), { organisation: 'a', share: '50%' }, { organisation: 'b', share: '50%' }),
        withPartners('q', year('3m'), 'c'),
        withPartners('r', year('1m'), 'd'),
      ],
      organisations,
    )
    const [three, ...more] = view.money[0]!.largest
    expect([three!.names, sayThrough(three!), formatFigure(three!.share!)]).toEqual([['a', 'b', 'c'], '£9m', '90%'])
    expect(more).toEqual([])
  })

  test('shares of the largest in one partnership add up', () => {
    const share = (organisation: string, share: string) => ({ organisation, share })
    const organisations = ['a', 'b', 'c', 'd'].map((it) => organisationOf(it))
    const view = viewOf(
      [withPartners('p', year('10m'), share('a', '40%'), share('b', '20%'), share('c', '10%'), share('d', '5%'))],
      organisations,
    )
    expect(formatFigure(view.money[0]!.largest[0]!.share!)).toBe('70%')
  })
})

describe('organisations', () => {
  test('that were merged count with what they became, from that day on', () => {
    const old = organisationOf('old', { status: 'merged', merged: { into: 'a', on: '2026-04' } })
    const later = organisationOf('later', { merged: { into: 'a', on: '2027' } })
    const view = viewOf(
      [withPartners('p', year('1m'), 'old', 'a'), withPartners('q', year('1m'), 'old'), withPartners('r', {}, 'later')],
      [A, old, later],
    )
    expect(view.organisations.map((it) => [it.name, it.partnerships.count, it.merged])).toEqual([
      ['a', 2, ['old']],
      ['later', 1, []],
    ])
  })

  test('a circle of mergers ends', () => {
    const view = viewOf(
      [withPartners('p', {}, 'a')],
      [organisationOf('a', { merged: { into: 'b' } }), organisationOf('b', { merged: { into: 'a' } })],
    )
    expect(view.organisations.map((it) => it.name)).toEqual(['a'])
  })

  test('that are in a group are told, and not counted by it', () => {
    const group = organisationOf('group', { kind: 'network', members: ['a', 'b'] })
    const view = viewOf([withPartners('p', {}, 'group'), withPartners('q', {}, 'a')], [A, B, group])
    expect(view.organisations.map((it) => [it.name, it.partnerships.count, it.members, it.groups])).toEqual([
      ['a', 1, [], ['group']],
      ['group', 1, ['a', 'b'], []],
    ])
    expect(view.inNone).toEqual([])
  })

  test('roles, tiers, care and data are counted, the unknown apart', () => {
    const view = viewOf(
      [
        withPartners(
          'p',
          { care: 'true', data: { level: 'special-category' }, ...year('2m') },
          {
            organisation: 'a',
            roles: ['lead', 'provider'],
          },
        ),
        withPartners(
          'q',
          { care: 'false', data: { level: 'none' }, ...year('1k') },
          { organisation: 'a', roles: ['provider'] },
        ),
        withPartners('r', {}, 'a'),
        withPartners('over', { status: 'ended' }, 'a'),
      ],
      [A],
    )
    const [row] = view.organisations
    const said = (rows: { name: string; count: { count: number } }[]) =>
      rows.map((it) => `${it.name} ${it.count.count}`)
    expect(said(row!.roles)).toEqual(['provider 2', 'lead 1'])
    expect(said(row!.tiers)).toEqual(['major 1', 'standard 1', 'informal 1'])
    expect([row!.withoutRole, row!.care, row!.careUnknown, row!.data, row!.dataUnknown].map((it) => it.count)).toEqual([
      1, 1, 1, 1, 1,
    ])
  })

  test('partnerships that hang on one, or name none, are told', () => {
    const view = viewOf(
      [
        withPartners('one', {}, 'a'),
        withPartners('none', {}),
        withPartners('two', {}, 'a', 'b'),
        withPartners('group', {}, 'a', { group: 'GPs', count: '4' }),
      ],
      [A, B, C],
    )
    expect(view.single).toEqual([{ name: 'one', with: 'a' }])
    expect(view.alone).toEqual(['none'])
    expect(view.unnamed).toEqual([{ name: 'group', groups: ['4 GPs'] }])
    expect(view.inNone).toEqual(['c'])
  })
})

describe('roles', () => {
  const roles = [{ title: 'Boss', aliases: ['Chief'] }, { title: 'Clerk' }]

  test('go by their title; a part counts only for one who does not have the whole', () => {
    const view = viewOf(
      [
        withPartners('p', { lead: 'Boss', ...year('1m') }),
        withPartners('part', { parent: 'p', lead: 'Chief' }),
        withPartners('other', { parent: 'p', lead: 'Clerk', ...year('200k') }),
        withPartners('q', { lead: 'Chief', ...year('2m', 'spend') }),
        withPartners('r', {}),
      ],
      [],
      { roles },
    )
    const said = view.leads.map((it) => [it.role, it.named, it.values.map((v) => `${v.direction} ${sayThrough(v)}`)])
    expect(said).toEqual([
      ['Boss', ['p', 'q'], ['Money in £1m', 'Money out £2m']],
      ['Clerk', ['other (part of p)'], ['Money in £200,000']],
    ])
    expect(view.withoutLead.count).toBe(1)
  })

  test('are too much from one over the limit on', () => {
    const load = (count: number) =>
      viewOf(
        Array.from({ length: count }, (_, index) => withPartners(`p${index}`, { lead: 'Boss' })),
        [],
        { roles },
      ).leads[0]!.isOver
    expect([load(10), load(11)]).toEqual([false, true])
  })
})

test('an empty register says that it holds nothing', () => {
  const paper = paperOf(concentration, registerWith([], [US]))
  expect(paper).toContain('The register holds no agreed partnership that has not ended.')
  expect(paper).not.toMatch(/^\|/m)
})

test('hostile names stay text, and a cell stays a cell', () => {
  const evil = 'a|b <i>{{x}}</i>\u001b[31m'
  const register = registerWith(
    [withPartners('p', { ...year('1m'), name: evil, lead: evil }, 'a', { group: evil })],
    [US, organisationOf('a', { name: evil })],
  )
  const paper = paperOf(concentration, register)
  expect(paper).not.toContain('\u001b')
  expect(paper).toContain('a\\|b \\<i>{{x}}\\</i>')
})

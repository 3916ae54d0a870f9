import { choice, day, flag, group, groupWith, list, money, text } from './fields.js'

/** The money of a partnership. Allowed values: docs/domain.md, sections 5 and 10. */

const amount = {
  amount: money('Amount', '8.6m, 250k, 8,600,000 or nil; the upper end of a range.', {
    reader: 'How much it is worth',
  }),
  'at-least': money('At least', 'The lower end of a range.', {
    example: '75k',
    reader: 'The least that it is worth',
  }).optional(),
  per: choice(
    'Per',
    'Whether the amount is for a year, a month, a week or the whole term, or is one-off.',
    { year: 'each year', month: 'each month', week: 'each week', total: 'the whole term', once: 'one-off' },
    {
      reader: 'Whether the sum is yearly, one-off or a total',
      also: {
        annum: 'year',
        annual: 'year',
        annually: 'year',
        yearly: 'year',
        pa: 'year',
        'p.a.': 'year',
        monthly: 'month',
        pcm: 'month',
        weekly: 'week',
      },
    },
  ).optional(),
  basis: choice(
    'Basis',
    'How sure the amount is; exact where left out.',
    {
      exact: 'exactly this',
      approximate: 'about',
      'just-under': 'nearly',
      'at-least': 'this or more',
      'up-to': 'this or less',
    },
    { reader: 'How sure the sum is' },
  ).optional(),
  stated: text('Stated', 'The words of the paper.', {
    reader: 'How the paper states the sum',
    phrase: '“…”',
  }).optional(),
  period: day('Period', 'The period that it covers; a total is spread over its years.', {
    reader: 'Period that the sum covers',
    phrase: 'for',
  }).optional(),
}

/** Which way money goes, in the words of papers. */
export const DIRECTION_WORDS = { income: 'money in', spend: 'money out', pooled: 'pooled' } as const

export const value = groupWith('Value', 'The sum that decides the tier.', { lookedFor: true }, () => ({
  title: text('Title', 'What the sum is, where that is not obvious.', {
    example: 'Running costs',
    reader: 'What the sum is',
    phrase: '',
  }).optional(),
  ...amount,
  direction: choice(
    'Direction',
    'Where the money goes.',
    { income: 'to us', spend: 'from us', pooled: 'into one fund' },
    {
      reader: 'Funding direction',
      words: DIRECTION_WORDS,
      also: { in: 'income', incoming: 'income', received: 'income', out: 'spend', outgoing: 'spend', paid: 'spend' },
    },
  ).optional(),
  ours: money('Our share', 'The part of it that is ours.', { reader: 'How much of the sum is ours' }).optional(),
})).optional()

export const amounts = list(
  'Amounts',
  'Other money: budgets managed, running costs, savings, cuts, one-off sums. Never part of the value.',
  group('Amount', 'One sum.', () => ({
    title: text('Title', 'What it is.'),
    ...amount,
    each: flag('Each', 'True when the sum is for each of several.', { words: { true: 'each', false: '' } }).optional(),
    from: text('From', 'Who pays.', { names: 'organisation-or-text' }).optional(),
    for: text('For', 'What it is for.', { phrase: 'for:' }).optional(),
  })),
  ['title'],
  { reader: 'Other funding' },
)

import { choice, day, flag, group, groupWith, list, money, text } from './fields.js'

/** The money of a partnership. Allowed values: docs/domain.md, sections 5 and 10. */

const amount = {
  amount: money('Amount', '8.6m, 250k, 8,600,000 or nil; the upper end of a range.', {
    reader: 'Amount',
  }),
  'at-least': money('At least', 'The lower end of a range.', {
    example: '75k',
    reader: 'Lower end of the amount',
  }).optional(),
  per: choice(
    'Per',
    'Whether the amount is for a year, a month, a week or the whole term, or is one-off.',
    { year: 'each year', month: 'each month', week: 'each week', total: 'the whole term', once: 'one-off' },
    {
      reader: 'Period of the sum (yearly, one-off or total)',
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
    { reader: 'Certainty of the sum' },
  ).optional(),
  stated: text('Stated', 'The words of the paper.', {
    reader: 'Wording of the sum in the source',
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
    reader: 'Nature of the sum',
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
  ours: money('Our share', 'The part of it that is ours.', { reader: 'Our share' }).optional(),
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

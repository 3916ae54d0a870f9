import { choice, day, group, id, list, money, number, share, text } from './fields.js'
import { note } from './parts.js'

/** Who takes part in a partnership, and who does, decides and declares what. */

export const partners = list(
  'Partners',
  'Everyone in it, including ourselves.',
  group('Partner', 'One organisation, or a group that is not named.', () => ({
    organisation: id('Organisation', 'Id of a file in organisations/.', { names: 'organisation' }).optional(),
    group: text('Group', 'What they are, where they are not named.', { example: 'GP federations' }).optional(),
    count: number('Count', 'How many the group has.', 1).optional(),
    roles: list(
      'Roles',
      'What it does in the partnership.',
      choice('Partner role', 'Its part.', {
        lead: 'leads',
        host: 'employs, holds money and signs for all',
        member: 'takes part',
        commissioner: 'plans and pays',
        provider: 'delivers',
        subcontractor: 'delivers for a provider',
        funder: 'gives money',
        regulator: 'oversees by law',
      }),
      [],
      { phrase: '' },
    ),
    share: share('Share', 'Its part of the whole.').optional(),
    pays: money('Pays', 'What it pays a year.').optional(),
    'in-kind': text('In kind', 'What it gives besides money: staff, rooms, equipment.', {
      example: 'two nurses and their rooms',
    }).optional(),
    note,
  })),
  ['organisation', 'group'],
  { lookedFor: true },
)

export const responsibilities = list(
  'Responsibilities',
  'Functions, with who is accountable, who is responsible and who delivers.',
  group('Responsibility', 'One function.', () => ({
    function: text('Function', 'What is done.'),
    activities: list('Activities', 'What it involves.', text('Activity', 'One.'), [], { phrase: '' }),
    accountable: list(
      'Accountable',
      'Exactly one: an organisation, body or role, or every-member.',
      text('Accountable', 'One.', { names: 'party-or-text' }),
    ),
    responsible: list(
      'Responsible',
      'Who makes sure that it is done.',
      text('Responsible', 'One.', { names: 'party-or-text' }),
    ),
    delivers: list('Delivers', 'Who does it.', text('Delivers', 'One.', { names: 'party-or-text' })),
  })),
  ['function'],
  { reader: 'Accountabilities' },
)

export const delegations = list(
  'Delegations',
  'Powers that are delegated.',
  group('Delegation', 'One power.', () => ({
    power: text('Power', 'What may be decided.'),
    from: text('From', 'Whose power it is.', { names: 'party-or-text' }),
    to: text('To', 'Who may use it.', { names: 'party-or-text' }),
    limit: text('Limit', 'Up to what amount or in which matters.').optional(),
  })),
  ['power', 'to'],
  { reader: 'Delegations' },
)

export const interests = list(
  'Interests',
  'Declared interests.',
  group('Interest', 'One interest.', () => ({
    who: text('Who', 'The role or organisation.', { names: 'party-or-text' }),
    what: text('What', 'The interest.'),
    declared: day('Declared', 'When it was declared.').optional(),
  })),
  ['who', 'what'],
  { reader: 'Declared interests', sensitivity: 'internal' },
)

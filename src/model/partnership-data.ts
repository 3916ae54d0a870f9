import { choice, flag, groupWith, list, text } from './fields.js'

const DATA_DIRECTIONS = { in: 'to us', out: 'from us', both: 'both ways' } as const
const PROCESSORS = {
  partner: 'a partner processes for us',
  us: 'we process for a partner',
  none: 'each is a controller',
} as const

const CONTROLLERSHIPS = {
  independent: 'each decides for itself',
  joint: 'the partners decide together',
  processor: 'one decides, the other acts on its instructions',
} as const

/** Personal data that pass, and who decides about them: what information governance asks first. */
export const data = groupWith(
  'Data',
  'Personal data that passes between the partners.',
  { reader: 'Personal data', lookedFor: true },
  () => ({
    level: choice(
      'Data level',
      'The most sensitive data.',
      {
        none: 'no personal data',
        incidental: 'may see or hear people’s affairs',
        personal: 'personal data',
        'special-category': 'health and other special data',
      },
      { reader: 'Sensitivity of the data' },
    ),
    direction: choice('Direction', 'Seen from us.', DATA_DIRECTIONS, {
      reader: 'Direction of data',
      words: DATA_DIRECTIONS,
      also: { incoming: 'in', received: 'in', outgoing: 'out', sent: 'out' },
    }).optional(),
    systems: list('Systems', 'Where it is kept.', text('System', 'One system.'), [], {
      reader: 'Place of the data',
      phrase: 'kept in',
    }),
    processor: choice('Processor', 'Who processes for whom.', PROCESSORS, {
      reader: 'Processor of the data',
      words: PROCESSORS,
    }).optional(),
    controllership: choice('Controllership', 'Who decides why and how the data are used.', CONTROLLERSHIPS, {
      reader: 'Controllership',
      words: CONTROLLERSHIPS,
      also: { separate: 'independent', own: 'independent', jointly: 'joint', processing: 'processor' },
    }).optional(),
    'high-risk': list(
      'High risk',
      'What makes the use of the data risky for people; none where nothing does.',
      choice('Risk to people', 'One reason.', {
        'large-scale': 'many people, or a large part of a population',
        'new-technology': 'a technology that is new to us, such as artificial intelligence',
        'vulnerable-people': 'children, or adults who can hardly object',
        matching: 'data from several sources are combined',
        monitoring: 'people are watched or tracked',
        'automated-decisions': 'decisions about people are made without a person',
        none: 'none of these',
      }),
      [],
      { reader: 'High-risk processing', phrase: 'risky for people:' },
    ),
    'patient-data': flag('Patient data', 'True where they are data of NHS patients, or NHS systems are used.', {
      reader: 'NHS patient data',
      words: { true: 'data of NHS patients, or in NHS systems', false: 'no data of NHS patients' },
    }).optional(),
    'shared-record': flag('Shared record', 'True when partners use one record or system.', {
      reader: 'Shared record',
      words: { true: 'one shared record', false: 'no shared record' },
    }).optional(),
  }),
).optional()

import type * as z from 'zod'
import { choice, day, exactDay, formed, group, groupWith, id, list, mapOf, number, text } from './fields.js'
import { actions, audit, bodies, exceptions, note, sources, unknown } from './parts.js'
import type { Filed } from './place.js'

/** A file in the folder of the register: no path that begins elsewhere or leads out. */
const ofRegister = (label: string, help: string, endings: string, hint: string) =>
  formed(
    label,
    help,
    new RegExp(`^(?![/\\\\~])(?!(?:.*[/\\\\])?\\.\\.(?:[/\\\\]|$))[^\\\\:]+\\.(?:${endings})$`),
    `write the path of a file in the folder of the register, such as ${hint}`,
    { example: hint },
  )

/** How papers look. */
const paper = group('Paper', 'How papers look; each line of it may be left out.', () => ({
  style: ofRegister(
    'House style',
    'A Word document or template of the organisation, whose styles papers in Word take.',
    '[dD][oO][cCtT][xX]',
    'house/style.docx',
  ).optional(),
  logo: ofRegister(
    'Logo',
    'A picture for the top of the first page: PNG or JPEG, up to 1 MB and 4,000 dots each way.',
    '[pP][nN][gG]|[jJ][pP][eE]?[gG]',
    'house/logo.png',
  ).optional(),
  header: text('Header', 'A line at the top of each page.', { example: 'Riverside NHS Foundation Trust' }).optional(),
  footer: text('Footer', 'A line at the foot of each page.', { example: 'Partnerships, Corporate Office' }).optional(),
  marking: text('Marking', 'Who may read papers, at the top and foot of each page.', {
    example: 'OFFICIAL',
  }).optional(),
  'style-sheet': ofRegister(
    'Style sheet',
    'Rules of CSS for papers in HTML, after those of the tool.',
    '[cC][sS][sS]',
    'house/style.css',
  ).optional(),
}))

/** The version of the files' schema that this release reads and writes. */
export const SCHEMA_VERSION = 1

export const settingsSchema = group('Register', 'What applies to the whole register.', () => ({
  schema: number('Schema', 'Version of the files’ schema.', 1, 1_000_000, { example: '1' }),
  organisation: id('Organisation', 'Id of the organisation whose register it is.', { names: 'organisation' }),
  name: text('Name', 'The register’s name.').optional(),
  currency: formed(
    'Currency',
    'ISO code; GBP where left out.',
    /^[A-Z]{3}$/,
    'write three capital letters, such as GBP',
    { example: 'GBP' },
  ).optional(),
  'time-zone': formed(
    'Time zone',
    'Decides which day “today” is.',
    /^(?:UTC|(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_/+-]+)$/,
    'write a place of the time zone list, such as Europe/London',
    { example: 'Europe/London' },
  ).optional(),
  'day-order': choice('Day order', 'How a day in numbers, such as 1/4/2023, is read; ask where left out.', {
    'day-first': '1/4/2023 is 1 April 2023',
    ask: 'it may be 1 April or 4 January, so the reader asks which',
  }).optional(),
  'financial-year-start': formed(
    'Financial year start',
    'Month and day; 04-01 where left out.',
    /^(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/,
    'write month and day, such as 04-01',
    { example: '04-01' },
  ).optional(),
  'as-of': exactDay('Frozen day', 'The day that a frozen register describes.', {
    reader: 'Date of the register',
  }).optional(),
  perspective: choice(
    'Perspective',
    'Ours where left out.',
    { ours: 'seen from one organisation', neutral: 'seen from outside' },
    { reader: 'Whose point of view' },
  ).optional(),
  paper: paper.optional(),
  'risk-matrix': group('Risk matrix', 'Its scales in words, the lowest first; five by five where left out.', () => ({
    likelihood: list('Likelihood', 'Two to five words.', text('Step', 'One step.', { example: 'unlikely' })),
    consequence: list('Consequence', 'Two to five words.', text('Step', 'One step.', { example: 'minor' })),
  })).optional(),
  objectives: list(
    'Objectives',
    'Strategic objectives.',
    group('Objective', 'One objective.', () => ({
      number: number('Number', 'Its number.', 1),
      title: text('Title', 'What it is.'),
      goals: list('Goals', 'What it wants to achieve.', text('Goal', 'One goal.')),
    })),
    ['number'],
  ),
  directorates: list(
    'Directorates',
    'Parts of the organisation.',
    group('Directorate', 'One part.', () => ({
      id: id('Id', 'A short name.'),
      name: text('Name', 'Its name.'),
      head: text('Head', 'The role that heads it.', { names: 'role' }).optional(),
      partnership: id(
        'Partnership',
        'Id of the partnership that it is a part of, if it is not part of the organisation.',
        { names: 'partnership' },
      ).optional(),
      functions: list('Functions', 'What it owns.', text('Function', 'One function.')),
    })),
    ['id'],
  ),
  roles: list(
    'Roles',
    'Roles of leads, sponsors and owners; never names of people.',
    group('Role', 'One role.', () => ({
      title: text('Title', 'Its title.'),
      aliases: list('Aliases', 'Other titles in use.', text('Alias', 'One.'), [], { phrase: 'also' }),
      'reports-to': list(
        'Reports to',
        'Titles of roles or ids of bodies to which it reports.',
        text('Role or body', 'Title of a role, or id of a body.', { names: 'role-or-body' }),
      ),
      note,
    })),
    ['title'],
  ),
  bodies,
  standards: list(
    'Standards',
    'Versions of the organisation’s partnership standard.',
    group('Standard', 'One version.', () => ({
      version: text('Version', 'Its version.', { phrase: 'version' }),
      title: text('Title', 'Its title.').optional(),
      status: choice('Status', 'The stage that it has reached.', {
        draft: '',
        'out-for-comment': '',
        approved: '',
        superseded: '',
      }).optional(),
      'circulated-to': list('Circulated to', 'Who was asked for comments.', text('Who', 'One.'), [], {
        phrase: 'with',
      }),
      'comments-due': day('Comments due', 'The last day for comments.').optional(),
      'approved-by': text('Approved by', 'Body that signs it off.', {
        names: 'body-or-text',
        phrase: 'sign-off:',
      }).optional(),
      approved: day('Approved', 'When it was approved.').optional(),
      note,
    })),
    ['version'],
    { reader: 'Partnership standards' },
  ),
  audits: list('Audits', 'Audits that concern several partnerships.', audit, ['id', 'title']),
  actions,
  known: groupWith(
    'Known',
    'How many there are in total, as a paper states it.',
    { reader: 'How many partnerships there are' },
    () => ({
      partnerships: text('Partnerships', 'A number, exact or approximate.', {
        example: 'about 70',
        reader: 'How many partnerships there are',
      }),
      found: day('Found', 'When they were counted.', { reader: 'When they were counted' }).optional(),
    }),
  ).optional(),
  severities: mapOf(
    'Severities',
    'Severities of rules where they differ from the usual ones, by code.',
    choice('Severity', 'How serious it is.', { error: '', warning: '', info: '', off: '' }),
  ),
  exceptions,
  sources,
  unknown,
}))

export type SettingsData = z.output<typeof settingsSchema>
export interface Settings extends SettingsData, Filed {}

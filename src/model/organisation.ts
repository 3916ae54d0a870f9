import type * as z from 'zod'
import { choice, code, day, flag, group, groupWith, id, list, text } from './fields.js'
import { documents, exceptions, note, selfAssessment, sources, standard, unknown } from './parts.js'
import type { Filed } from './place.js'

/** Kinds of organisation; those of the past are closed. */
export const ORGANISATION_KINDS = {
  'nhs-trust': 'NHS trust or foundation trust',
  icb: 'integrated care board',
  ics: 'integrated care system (an area, not a legal body)',
  council: 'local authority',
  'third-sector': 'charity or social enterprise',
  'community-group': 'community group',
  company: 'company',
  federation: 'GP federation or alliance of practices',
  university: 'university or college',
  'gp-practice': 'general practice',
  pcn: 'primary care network',
  school: 'school',
  'police-fire-probation': 'police, fire or probation service',
  'housing-association': 'housing association',
  government: 'government department or agency',
  regulator: 'regulator',
  'professional-body': 'professional body or union',
  network: 'network without a legal body of its own; never signs',
  pct: 'primary care trust (to 2013)',
  sha: 'strategic health authority (to 2013)',
  ccg: 'clinical commissioning group (to 2022)',
  overseas: 'body abroad, of whatever kind',
  unknown: 'not known',
} as const

const KIND_WORDS = {
  charity: 'third-sector',
  voluntary: 'third-sector',
  'voluntary sector': 'third-sector',
  'social enterprise': 'third-sector',
  'local authority': 'council',
  trust: 'nhs-trust',
  'foundation trust': 'nhs-trust',
  'nhs foundation trust': 'nhs-trust',
  ccgs: 'ccg',
  'nhs ccg': 'ccg',
  'clinical commissioning group': 'ccg',
  'integrated care board': 'icb',
  'primary care network': 'pcn',
  abroad: 'overseas',
  foreign: 'overseas',
} satisfies Record<string, keyof typeof ORGANISATION_KINDS>

/** Schemes of identifiers: their org-id prefix and form (org-id.guide; docs/domain.md, section 6). */
export const IDENTIFIER_SCHEMES = {
  ods: { prefix: 'GB-NHS', form: /^[A-Z0-9]{3,6}$/, title: 'NHS organisation code' },
  charity: { prefix: 'GB-CHC', form: /^(?:[2-8]\d{5}|1\d{6})(?:-\d+)?$/, title: 'charity number, England and Wales' },
  'charity-scotland': { prefix: 'GB-SC', form: /^SC\d{6}$/, title: 'charity number, Scotland' },
  'charity-northern-ireland': { prefix: 'GB-NIC', form: /^(?:NIC)?1\d{5}$/, title: 'charity number, Northern Ireland' },
  company: { prefix: 'GB-COH', form: /^(?:\d{8}|[A-Z]{2}\d{6}|[A-Z]{2}\d{5}[A-Z]|R\d{7})$/, title: 'company number' },
  council: { prefix: 'GB-LAE', form: /^[A-Z]{3,4}$/, title: 'English council' },
  'council-scotland': { prefix: 'GB-LAS', form: /^[A-Z]{3,4}$/, title: 'Scottish council' },
  gss: { prefix: 'GB-GSS', form: /^[EWSN]\d{8}$/, title: 'statistical code of an area' },
  ukprn: { prefix: 'GB-UKPRN', form: /^1\d{7}$/, title: 'provider of education' },
  government: { prefix: 'GB-GOR', form: /^[A-Z]{1,3}\d+$/, title: 'government body' },
  supplier: { prefix: 'GB-PPON', form: /^P[A-Z]{3}-\d{4}-[A-Z]{4}$/, title: 'procurement supplier' },
  // abroad
  ein: { prefix: 'US-EIN', form: /^\d{2}-?\d{7}$/, title: 'employer number, United States' },
  abn: { prefix: 'AU-ABN', form: /^[1-9]\d{10}$/, title: 'business number, Australia' },
  'charity-canada': { prefix: 'CA-CRA_ACR', form: /^\d{9}RR\d{4}$/, title: 'charity number, Canada' },
  'charity-ireland': { prefix: 'IE-CHY', form: /^(?:CHY)?\d{1,5}$/, title: 'charity number, Ireland' },
  'company-ireland': { prefix: 'IE-CRO', form: /^\d{5,6}$/, title: 'company number, Ireland' },
  'company-netherlands': { prefix: 'NL-KVK', form: /^\d{8}$/, title: 'trade register number, Netherlands' },
  lei: { prefix: 'XI-LEI', form: /^[A-Z0-9]{18}\d{2}$/, title: 'legal entity identifier' },
} as const

export const organisationSchema = group('Organisation', 'A legal body, or a group, that takes part.', () => ({
  name: text('Name', 'Its full name.'),
  aliases: list(
    'Aliases',
    'Other names in use, but not a bare “Trust” or “the CCG”.',
    text('Alias', 'One other name.'),
    [],
    { reader: 'Other names' },
  ),
  summary: text('Summary', 'What it is.', { phrase: '' }).optional(),
  kind: choice('Organisation kind', 'The kind of body.', ORGANISATION_KINDS, { reader: 'Kind', also: KIND_WORDS }),
  identifiers: list(
    'Identifiers',
    'Public register numbers, in quotes.',
    group('Identifier', 'One number.', () => ({
      scheme: choice(
        'Scheme',
        'Whose number it is.',
        Object.fromEntries(Object.entries(IDENTIFIER_SCHEMES).map(([key, { title }]) => [key, title])) as Record<
          keyof typeof IDENTIFIER_SCHEMES,
          string
        >,
      ),
      id: code('Number', 'As the register writes it.', { example: '"00445790"' }),
      primary: flag('Primary', 'True for the one that papers use.').optional(),
    })),
    ['scheme', 'id'],
  ),
  status: choice(
    'Organisation status',
    'Active where left out.',
    { active: '', merged: 'into another one', renamed: '', closed: '' },
    { reader: 'Status', words: { active: '' } },
  ).optional(),
  merged: groupWith('Merger', 'What it became.', { reader: 'What it became', phrase: '' }, () => ({
    into: id('Successor by merger', 'Id of the organisation that it became part of.', {
      names: 'organisation',
      reader: 'What it became',
      phrase: 'merged into',
    }),
    on: day('Day of the merger', 'When it was merged.', { phrase: 'on' }).optional(),
  })).optional(),
  members: list(
    'Members',
    'Ids of the organisations in this group.',
    id('Member', 'Id of an organisation.', { names: 'organisation' }),
  ),
  documents,
  'self-assessments': list('Self-assessments', 'Governance self-assessments that it has completed.', selfAssessment, [
    'date',
  ]),
  standard,
  exceptions,
  sources,
  note,
  unknown,
}))

export interface Organisation extends z.output<typeof organisationSchema>, Filed {
  readonly id: string
}

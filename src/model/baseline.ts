import type * as z from 'zod'
import { code, group, list, number, text } from './fields.js'

/**
 * Findings that were there when the register was taken over from a spreadsheet, and are accepted until somebody mends
 * them. Made by `partners baseline`; it only shrinks, by `partners baseline --shrink`.
 */
export const baselineSchema = group('Baseline', 'Findings accepted at adoption; it only shrinks.', () => ({
  schema: number('Schema', 'Version of the files’ schema.', 1, 1_000_000, { example: '1' }),
  accepted: list(
    'Accepted',
    'Each finding by what stays the same of it.',
    group('Accepted finding', 'One finding.', () => ({
      rule: code('Rule', 'Code of the rule.', { example: 'document/missing' }),
      file: text('File', 'The file of the register, from its folder.', { example: 'partnerships/omhp.yaml' }),
      at: text('At', 'Path of the value, list items by what they are known by.').optional(),
      key: text('Key', 'What tells several findings at one value apart, such as the day that was missed.').optional(),
      message: text('Message', 'What was found, as it was said at adoption; for readers, never compared.').optional(),
    })),
    ['rule', 'file', 'at', 'key'],
  ),
}))

export type BaselineData = z.output<typeof baselineSchema>
export type Accepted = BaselineData['accepted'][number]
export interface Baseline extends BaselineData {
  readonly file: string
}

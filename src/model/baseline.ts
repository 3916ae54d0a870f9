import type * as z from 'zod'
import { code, group, list, number, text } from './fields.js'
import type { Filed } from './place.js'

/**
 * Findings that existed when the register was taken over from a spreadsheet, accepted until somebody corrects them. Made
 * by `partners baseline`; it only shrinks, by `partners baseline --shrink`.
 */
export const baselineSchema = group('Baseline', 'Findings accepted at adoption; it only shrinks.', () => ({
  schema: number('Schema', 'Version of the files’ schema.', 1, 1_000_000, { example: '1' }),
  accepted: list(
    'Accepted',
    'The findings, each by what identifies it.',
    group('Accepted finding', 'One finding.', () => ({
      rule: code('Rule', 'Code of the rule.', { example: 'document/missing' }),
      file: text('File', 'The file of the register, from its folder.', { example: 'partnerships/omhp.yaml' }),
      at: text('At', 'Path of the value, with list items by their names.').optional(),
      key: text('Key', 'What distinguishes several findings at one value, such as the day that was missed.').optional(),
      message: text('Message', 'What was found at adoption; for readers, never compared.').optional(),
    })),
    ['rule', 'file', 'at', 'key'],
  ),
}))

export interface Baseline extends z.output<typeof baselineSchema>, Filed {}
export type Accepted = Baseline['accepted'][number]

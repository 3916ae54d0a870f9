import { metaAt } from '../model/schema-walk.js'

type Schema = Parameters<typeof metaAt>[0]

/** Fields whose heading in a file would not tell a reader of a paper what is meant. */
const PLAIN: Readonly<Record<string, string>> = {
  aliases: 'Other names',
  amounts: 'Other sums',
  answers: 'What became of the last next steps',
  'as-of': 'Day that it speaks of',
  assessments: 'Grades',
  bodies: 'Boards and groups',
  confirmed: 'When it was last confirmed',
  'data.direction': 'Which way the data go',
  'data.level': 'How sensitive the data are',
  'data.processor': 'Who processes the data',
  'data.shared-record': 'Whether a record is shared',
  'data.systems': 'Where the data are kept',
  delegations: 'Powers that are passed on',
  'extendable-to': 'How far it can be extended',
  for: 'What the Board is asked',
  'importance.level': 'How important it is',
  'importance.reason': 'Why it is important',
  interests: 'Declared interests',
  known: 'How many partnerships there are',
  'known.found': 'When they were counted',
  'known.partnerships': 'How many partnerships there are',
  liabilities: 'What we would owe',
  measures: 'Figures of activity',
  merged: 'What it became',
  'merged.into': 'What it became',
  'merged.on': 'When it was merged',
  next: 'Next paper',
  period: 'Time that it covers',
  perspective: 'Whose point of view',
  previous: 'Last paper',
  responsibilities: 'Who does what',
  'shares-by': 'How the shares are worked out',
  'standard.agreed': 'When the standard was signed',
  'standard.version': 'Which version of the standard was signed',
  'tier.at': 'The tier that is set',
  'tier.by': 'Who set the tier',
  'tier.reason': 'Why the tier was set',
  'tier.until': 'How long the tier is set for',
  to: 'Who gets it',
  'value.amount': 'How much it is worth',
  'value.basis': 'How sure the sum is',
  'value.direction': 'Which way the money goes',
  'value.ours': 'How much of the sum is ours',
  'value.per': 'What time the sum is for',
  'value.period': 'What time the sum is for',
  'value.stated': 'How the paper states the sum',
  'value.title': 'What the sum is',
}

/** What the field at a path is in a reader's words; where it has none of its own, as its fields are called. */
export function labelOf(schema: Schema, path: string): string {
  const plain = PLAIN[path]
  if (plain !== undefined) return plain
  const keys = path.split('.')
  const labels = keys.map((key, depth) => metaAt(schema, keys.slice(0, depth + 1))?.label ?? key)
  return labels.map((it, depth) => (depth === 0 ? it : it.toLowerCase())).join(': ')
}

/** The kinds of record that a register is made of. */
export const RECORD_KINDS = ['partnership', 'organisation', 'register', 'policy', 'update', 'baseline'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

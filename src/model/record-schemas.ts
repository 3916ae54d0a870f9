import type * as z from 'zod'
import { baselineSchema } from './baseline.js'
import { organisationSchema } from './organisation.js'
import { partnershipSchema } from './partnership.js'
import type { Plain } from './plain.js'
import { policySchema } from './policy.js'
import type { RecordKind } from './record-kinds.js'
import { settingsSchema } from './settings.js'
import { updateSchema } from './update.js'

/** The schema of each kind of record, and the replacements for required values that could not be read. */
export const RECORD_SCHEMAS = {
  register: { schema: settingsSchema, fallback: { schema: '1', organisation: 'unknown' } },
  policy: { schema: policySchema, fallback: {} },
  organisation: { schema: organisationSchema, fallback: { name: '?', kind: 'unknown' } },
  partnership: { schema: partnershipSchema, fallback: { name: '?', status: 'active' } },
  update: { schema: updateSchema, fallback: { 'as-of': '1900-01-01' } },
  baseline: { schema: baselineSchema, fallback: { schema: '1' } },
} as const satisfies Record<RecordKind, { schema: z.ZodType; fallback: Record<string, Plain> }>

/** The kind of a file by its path; undefined for a file that is not a record. */
export function kindOf(path: string): RecordKind | undefined {
  if (path === 'register.yaml') return 'register'
  if (path === 'baseline.yaml') return 'baseline'
  if (path === 'policy.yaml' || path.startsWith('policies/')) return 'policy'
  if (!/\.(?:yaml|yml|md)$/.test(path)) return undefined
  if (path.startsWith('partnerships/')) return 'partnership'
  if (path.startsWith('organisations/')) return 'organisation'
  return path.startsWith('updates/') ? 'update' : undefined
}

/** A record's id: its file's name without the ending. */
export const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:yaml|yml|md)$/, '')

/** Identifies a record in whatever folder of its kind: `partnership omhp`; any other file by its path. */
export function recordKey(file: string): string {
  const kind = kindOf(file)
  return kind === undefined ? file : `${kind} ${idOf(file)}`
}

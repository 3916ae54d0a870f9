import type { TreeEdit, Written } from '../document/edit.js'
import type { Path } from '../document/node.js'
import type { At } from './place.js'

/** A correction that a finding carries. */
export interface Fix {
  /** What it does: `write 2019-04-30`. */
  readonly title: string
  /** Does the corrected value mean exactly the same? Only then is it made without asking. */
  readonly safe: boolean
  /** In the finding's own file, unless another one is named. */
  readonly edits: readonly FixEdit[]
}

type FixEdit = TreeEdit & { readonly file?: string }

/** What a field proposes in place of a text that does not fit. */
export interface Correction {
  readonly safe: boolean
  /** The same value as the field writes it. */
  readonly text?: string
  /** The same value as fields of a map; `amount` is the field itself where that is one of them. */
  readonly fields?: Readonly<Record<string, string>>
}

/** Replaces one text by another. */
export const writeFix = (path: Path, text: string, safe: boolean): Fix => ({
  title: `write ${text}`,
  safe,
  edits: [{ op: 'set', path, value: text }],
})

/**
 * The correction of a value from what its field proposes.
 * @param beside the values of the same map by key, none of which is overwritten
 */
export function fixOf(
  path: Path,
  { text, fields, safe }: Correction,
  beside: Readonly<Record<string, unknown>>,
): Fix | undefined {
  if (text !== undefined) return writeFix(path, text, safe)
  if (fields === undefined) return undefined
  const title = `write ${formatFields(fields)}`
  if (path.at(-1) !== 'amount') return { title, safe, edits: [{ op: 'set', path, value: fields }] }
  const above = path.slice(0, -1)
  const clashes = Object.entries(fields).some(
    ([key, it]) => key !== 'amount' && beside[key] !== undefined && beside[key] !== it,
  )
  const edits = Object.entries(fields)
    .filter(([key]) => key === 'amount' || beside[key] === undefined)
    .map(([key, value]): FixEdit => ({ op: 'set', path: [...above, key], value: value as Written }))
  return { title, safe: safe && !clashes, edits }
}

const formatFields = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')

/** Something that could not be read as it is; a rule with the same code reports it as a finding. */
export interface Problem {
  readonly code: string
  readonly at: At
  readonly message: string
  readonly hint?: string
  readonly fix?: Fix
  readonly related?: readonly { readonly at: At; readonly message: string }[]
}

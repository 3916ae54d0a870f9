import * as z from 'zod'
import type { FieldError } from './field-errors.js'
import type { Names } from './naming.js'

// What zod reads here is always a tree, so it need not look, group by group, for values that lead back to themselves.
// This holds for the whole process, and is set before anything makes a schema.
z.config({ memoizer: { attach: () => {}, guard: () => {}, alloc: (_group, _payload, empty) => empty } })

/** All that is known of a field: editors, pages, lists, papers, comparison and rules read it here. */
export interface FieldMeta extends Extra {
  /** Its name in files, lists and headings: `Annual value`. */
  readonly label: string
  /** What to write, in a sentence. */
  readonly help: string
  readonly kind: FieldKind
  /** The JSON Schema for editors, in which a number is a number. */
  readonly json: Record<string, unknown>
  /** The keys that identify an item of this list, for paths and comparison; its position otherwise. */
  readonly identity?: readonly string[]
}

/**
 * Who may read a field in a paper: anybody, including readers of the published extract; the Board and the keepers; or
 * nobody, as for declared interests, of which papers give only the number.
 */
export type Sensitivity = 'public' | 'board' | 'internal'

export type FieldKind =
  | 'text'
  | 'code'
  | 'choice'
  | 'grade'
  | 'number'
  | 'share'
  | 'flag'
  | 'day'
  | 'duration'
  | 'money'
  | 'list'
  | 'map'
  | 'group'

/** What each field is; filled by the builders. */
export const fieldMeta = z.registry<FieldMeta>()

export interface Extra {
  readonly example?: string
  /** Public unless it says otherwise. */
  readonly sensitivity?: Sensitivity
  /** What it names: rules check it, `rename` follows it, `set` resolves it and shells complete it by this. */
  readonly names?: Names
  /** Everyday words with the value of a choice that each means, or with advice; for hints only. */
  readonly also?: Record<string, string>
  /** Its name in papers, whose readers do not see the file; its label where left out. */
  readonly reader?: string
  /** Do readers expect it in every partnership? */
  readonly lookedFor?: true
  /** The event that its day records, which cannot be in the future: `a review`. */
  readonly past?: string
  /** The keys of the texts beside it in whose place papers print it. */
  readonly replaces?: readonly string[]
  /** Is it prose, which a markdown record has in a section with its label as heading? */
  readonly prose?: true
  /**
   * The words before its value in a line of a paper, or around it with `…` in its place. Where left out, these are its
   * label, such as `owner: Chief Nurse` or `due May 2027`, or nothing before a choice; false hides a field that is for the
   * tool alone.
   */
  readonly phrase?: string | false
  /** What a paper has instead of a value and its phrase; an empty text where the value need not be mentioned. */
  readonly words?: Readonly<Record<string, string>>
}

/** Reads the text of a field, or rejects it with what does not fit. */
export type Read<T> = (written: string, reject: (error: FieldError) => never) => T

/**
 * Makes a field from a function that reads its text. It is a string with one check, which replaces the text by the typed
 * value; a string, a transform and the pipe between them would be three schemas to make at every start.
 */
export function field<T>(
  kind: FieldKind,
  json: Record<string, unknown>,
  label: string,
  help: string,
  extra: Extra,
  read: Read<T>,
) {
  const check = (payload: z.core.ParsePayload) => {
    const input = payload.value as string
    payload.value = read(input, ({ code = 'schema/type', message, hint, correction }) => {
      const params = { code, hint, ...(correction && { correction }) }
      payload.issues.push({ code: 'custom', input, message, params })
      return z.NEVER as never
    })
  }
  const checks = [{ _zod: { check, def: { check: 'custom' }, onattach: [] } } as unknown as z.core.$ZodCheck<string>]
  const schema = new z.ZodString({ type: 'string', checks }) as unknown as z.ZodType<T, string>
  readers.set(schema, read)
  return schema.register(fieldMeta, { label, help, kind, json, ...extra })
}

/** How the text of a field is read; undefined for what is no single value. */
export const readerOf = (schema: z.core.$ZodType): Read<unknown> | undefined => readers.get(schema)
const readers = new WeakMap<z.core.$ZodType, Read<unknown>>()

// oxlint-disable-next-line import/no-unassigned-import -- it must be there before the first schema
import './zod-memoizer.js'
import * as z from 'zod'
import type { FieldError } from './field-errors.js'
import type { Names } from './naming.js'

/** All that is known of a field: editors, pages, lists, papers, comparison and rules read it here. */
export interface FieldMeta extends Extra {
  /** What it is called in files, lists and headings: `Annual value`. */
  readonly label: string
  /** What to write, in a sentence. */
  readonly help: string
  readonly kind: FieldKind
  /** The same for editors, in terms of JSON Schema; there a number is a number. */
  readonly json: Record<string, unknown>
  /** Keys by which an item of this list is known, for paths and comparison; its position otherwise. */
  readonly identity?: readonly string[]
}

/**
 * Who may read a field in a paper: anybody, also in the published extract; the Board and the keepers; or nobody, as for
 * declared interests, of which papers give only how many there are.
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
  /** What it names: by this word rules check it, `rename` follows it, `set` takes it and shells complete it. */
  readonly names?: Names
  /** Everyday words for the values of a choice, or what to do where a word is none of them; for hints only. */
  readonly also?: Record<string, string>
  /** What it is called in papers, whose readers do not see the file; its label where left out. */
  readonly reader?: string
  /** Does a reader look for it in every partnership? */
  readonly lookedFor?: true
  /** What its day records, which can never be ahead: `a review`. */
  readonly past?: string
  /** Is it prose, which a markdown record has in a section under its label? */
  readonly prose?: true
  /**
   * How it reads in a line of a paper: the words before its value, or around it where they have `…` for it. Its label
   * where left out, such as `owner: Chief Nurse` or `due May 2027`, and nothing before a choice; false for what is for
   * the tool alone.
   */
  readonly phrase?: string | false
  /** What a paper says instead of a value, and of its phrase; an empty text where the value goes without saying. */
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
  return schema.register(fieldMeta, { label, help, kind, json, ...extra })
}

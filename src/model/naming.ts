/** What can be named: a record by its id, a role by its title or alias, an entry of register.yaml or of policy by its id. */
export type Named =
  | 'organisation'
  | 'partnership'
  | 'role'
  | 'body'
  | 'directorate'
  | 'objective'
  | 'document-type'
  | 'risk-category'
  | 'tier'
  | 'rule'

interface Naming {
  /** What it may name; findings are reported under the first. */
  readonly kinds: readonly [Named, ...Named[]]
  /** Other allowed words, which name all of a kind. */
  readonly words?: readonly string[]
  /** What else is allowed: a board or committee, of which few are listed, or any text that is not an id. */
  readonly others?: 'boards' | 'text'
}

const plain = <K extends Named>(kind: K) => ({ kinds: [kind] as const })

/** What a field names, by its word in the catalogue of fields. */
export const NAMES = {
  organisation: plain('organisation'),
  partnership: plain('partnership'),
  role: plain('role'),
  body: { kinds: ['body'], words: ['member-boards'] },
  directorate: plain('directorate'),
  objective: plain('objective'),
  'document-type': plain('document-type'),
  'risk-category': plain('risk-category'),
  tier: plain('tier'),
  rule: plain('rule'),
  'role-or-body': { kinds: ['role', 'body'] },
  'role-or-any-body': { kinds: ['role', 'body'], others: 'boards' },
  'organisation-or-text': { kinds: ['organisation', 'partnership'], others: 'text' },
  'body-or-text': { kinds: ['body'], others: 'text' },
  'party-or-text': { kinds: ['organisation', 'partnership', 'body', 'role'], words: ['every-member'], others: 'text' },
} as const satisfies Readonly<Record<string, Naming>>

export type Names = keyof typeof NAMES

/** What a word of the catalogue means. */
export const namingOf = (names: Names): Naming => NAMES[names]

/** May a field with this word name a thing of this kind? */
export const mayName = (names: Names | undefined, kind: Named): boolean =>
  names !== undefined && namingOf(names).kinds.includes(kind)

export const isNames = (word: string): word is Names => Object.hasOwn(NAMES, word)

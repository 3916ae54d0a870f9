import type { Additions } from '../../edits/new-partnership.js'
import type { NewOrganisation } from '../../edits/new-organisation.js'
import { organisationSchema } from '../../model/organisation.js'
import type { Register } from '../../model/register.js'
import { metaAt } from '../../model/schema-walk.js'
import { UsageError } from '../../model/usage-error.js'
import { isRight, meantBy, nearTo } from '../../policy/known-names.js'
import type { Ask } from './terminal.js'
import { askField } from './field.js'

/** Roles and organisations that a person at a terminal adds because a new partnership names them. */
export class Missing implements Additions {
  readonly roles: string[] = []
  readonly organisations: NewOrganisation[] = []

  constructor(
    readonly ask: Ask,
    readonly register: Register,
  ) {}

  /** Can all of these be named, as they exist or are added now? */
  async areAdded(kind: Kind, names: readonly string[]): Promise<boolean> {
    for (const name of names) if (this.lacks(kind, name) && !(await this.#offer(kind, name))) return false
    return true
  }

  lacks(kind: Kind, name: string): boolean {
    const added = kind === 'role' ? this.roles : this.organisations.map((it) => it.name)
    return !added.includes(name) && isMissing(this.register, kind, name)
  }

  async #offer(kind: Kind, name: string): Promise<boolean> {
    if (!(await isAgreed(this.ask, `There is no ${kind} "${name}" in the register. Add it? yes or no`))) return false
    if (kind === 'role') this.roles.push(name)
    else this.organisations.push({ name, kind: await this.#askKind() })
    return true
  }

  #askKind(): Promise<string | undefined> {
    const path = ['kind']
    const meta = metaAt(organisationSchema, path)!
    return askField(this.ask, this.register, organisationSchema, { path, meta, isRequired: true, otherwise: 'unknown' })
  }
}

type Kind = 'role' | 'organisation'

/** Does a name not exist, and nothing like it? A name like another one is misspelt rather than new. */
export function isMissing(register: Register, names: Kind, name: string): boolean {
  const by = { file: '', names }
  return (
    name !== '' &&
    !isRight(register, by, name) &&
    meantBy(register, by, name) === undefined &&
    nearTo(register, by, name) === undefined
  )
}

/**
 * Asks a question of yes or no.
 * @param otherwise what an empty answer means; without it there must be one
 */
export async function isAgreed(ask: Ask, text: string, otherwise?: 'yes' | 'no'): Promise<boolean> {
  const answer = await ask({
    text,
    otherwise,
    check: (it) => {
      if (!/^(?:y|yes|n|no)$/i.test(it)) throw new UsageError('this is neither yes nor no')
    },
  })
  return /^y/i.test(answer)
}

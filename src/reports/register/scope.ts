import { confidentialOf } from '../../model/confidential.js'
import { currencyOf } from '../../model/register-currency.js'
import type { Organisation } from '../../model/organisation.js'
import type { Partnership } from '../../model/partnership.js'
import type { PaperInput } from '../paper.js'
import { inWords } from '../../model/words.js'
import { bodyOf, directorateName, nameOf, partnershipName } from '../phrases.js'
import type { Reader } from '../rows/stated.js'
import { hierarchyOf, type HierarchyNode } from '../../model/hierarchy.js'

/** A partnership with the number of its section: `7`, and `7a` for its first part. */
export interface Numbered {
  readonly number: string
  readonly partnership: Partnership
  readonly whole: Partnership | undefined
}

/** What the extract is built from. */
export interface Scope extends PaperInput {
  /** Every partnership that is shown, by name, each followed by its parts. */
  readonly shown: readonly Numbered[]
  readonly organisations: readonly Organisation[]
  /** Confidential partnerships with their parts, and the organisations that take part in nothing else. */
  readonly hidden: readonly Partnership[]
  readonly hiddenOrganisations: readonly Organisation[]
  /** An organisation or partnership by its id. */
  named(id: string): string
  /** The reader of an entry of a partnership, of an organisation or of the register. */
  reader(partnership?: Partnership): Reader
}

export function scopeOf(input: PaperInput): Scope {
  const { register } = input
  const hidden = confidentialOf(register.partnerships)
  const open = register.partnerships.filter((it) => !hidden.includes(it))
  const hiddenOrganisations = register.organisations.filter(
    ({ id }) =>
      id !== register.settings.organisation && hidden.some((it) => has(it, id)) && !open.some((it) => has(it, id)),
  )
  const named = (id: string, partnership?: Partnership) => {
    if (hiddenOrganisations.some((it) => it.id === id)) return 'an organisation that is left out'
    if (WORDS.includes(id)) return inWords(id)
    const body = bodyOf(register, partnership, id)
    if (body !== undefined) return body.name
    const isOrganisation = register.organisations.some((it) => it.id === id)
    if (!isOrganisation && hidden.some((it) => it.id === id)) return 'a confidential partnership'
    return isOrganisation ? nameOf(register, id) : partnershipName(register, id)
  }
  return {
    ...input,
    shown: numbered(hierarchyOf(open)),
    organisations: register.organisations.filter((it) => !hiddenOrganisations.includes(it)),
    hidden,
    hiddenOrganisations,
    named,
    reader: (partnership) => ({
      currency: currencyOf(register),
      audience: 'public',
      named: (id, names) => (names === 'directorate' ? directorateName(register, id)! : named(id, partnership)),
    }),
  }
}

const has = ({ partners }: Partnership, id: string) => partners.some((it) => it.organisation === id)

function numbered(wholes: readonly HierarchyNode[], above = '', whole?: Partnership): Numbered[] {
  return wholes.flatMap(({ partnership, parts }, index) => {
    const number = whole === undefined ? String(index + 1) : `${above}${letters(index)}`
    return [{ number, partnership, whole }, ...numbered(parts, number, partnership)]
  })
}

/** a to z, then aa to zz. */
const letters = (index: number): string =>
  `${index < 26 ? '' : letters(Math.floor(index / 26) - 1)}${String.fromCharCode(97 + (index % 26))}`

/** Words that may be written in place of ids of bodies and organisations. */
const WORDS = ['member-boards', 'every-member']

import { concernedBy } from '../../duties/duty.js'
import { dutiesIn, type Letter } from '../../duties/letters.js'
import { confidentialOf } from '../../model/confidential.js'
import { getOrMake } from '../../model/order.js'
import type { Register } from '../../model/register.js'
import type { PolicyAnswers } from '../../policy/answers.js'
import type { Complete } from '../answer.js'
import type { Contacts } from './contacts.js'

/** A register, and whom to write to. */
export interface Chase extends Complete {
  readonly policy: PolicyAnswers
  readonly contacts: Contacts
}

/** Is a letter about a partnership that the register marks as confidential? */
export function isConfidential({ register }: Chase, letter: Letter): boolean {
  const ids = confidentialIds(register)
  return dutiesIn(letter).some((duty) => concernedBy(duty).some(({ about }) => ids.has(about.id)))
}

/** The ids of the confidential partnerships, found once for all letters. */
const confidentialIds = (register: Register): ReadonlySet<string> =>
  getOrMake(found, register, () => new Set(confidentialOf(register.partnerships).map((it) => it.id)))

const found = new WeakMap<Register, ReadonlySet<string>>()

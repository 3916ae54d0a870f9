import { by } from '../../model/order.js'
import { inWords } from '../../model/words.js'
import { directorateName, otherNames, partnershipName, describePartner } from '../phrases.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** Each partnership in a line, by name. */
export function partnershipRows({ register, running }: Scope): Section<'partnerships'>['partnerships'] {
  return running
    .map((it) => ({
      name: it.name,
      aliases: otherNames(it),
      partOf: it.parent === undefined ? null : partnershipName(register, it.parent),
      isProposed: it.status === 'proposed',
      summary: it.summary ?? null,
      kind: it.kind === undefined ? null : inWords(it.kind),
      directorate: directorateName(register, it.directorate),
      lead: it.lead ?? null,
      // that we are a partner goes without saying, unless for a part of our own
      partners: it.partners
        .filter((partner) => partner.organisation !== register.settings.organisation || partner.roles.length > 0)
        .map((partner) => describePartner(register, partner)),
    }))
    .sort(by((it) => it.name))
}

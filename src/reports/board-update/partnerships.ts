import { by } from '../../model/order.js'
import { ownFields } from '../../model/own-fields.js'
import { inWords } from '../../model/words.js'
import { section } from '../define-paper.js'
import { directorateName, otherNames, partnershipName, describePartner } from '../phrases.js'
import { countedRows, each, flag, maybe, ownOf, text, texts } from '../view-parts.js'
import type { Scope } from './scope.js'
import { rowFrom } from '../rows/row-from.js'

/** Each partnership in a line, by name. */
export const partnerships = section(
  {
    partnerships: countedRows('held', {
      name: text,
      aliases: texts,
      partOf: maybe,
      isProposed: flag,
      ...each(maybe, 'summary', 'kind', 'directorate', 'lead'),
      /** Tier, kind, directorate and lead, as far as they are recorded. */
      about: maybe,
      partners: texts,
      x: ownOf('partnership'),
    }),
  },
  ({ register, policy, running }: Scope) => ({
    partnerships: running
      .map((it) => ({
        ...rowFrom(it, 'name', 'summary', 'lead'),
        aliases: otherNames(it),
        partOf: it.parent && partnershipName(register, it.parent),
        isProposed: it.status === 'proposed',
        kind: it.kind && inWords(it.kind),
        directorate: directorateName(register, it.directorate),
        about:
          [
            policy.tier(it).id,
            it.kind && inWords(it.kind),
            directorateName(register, it.directorate),
            it.lead && `led by ${it.lead}`,
          ]
            .filter(Boolean)
            .join('; ') || undefined,
        // that we are a partner goes without saying, unless for a part of our own
        partners: it.partners
          .filter((partner) => partner.organisation !== register.settings.organisation || partner.roles.length > 0)
          .map((partner) => describePartner(register, partner)),
        x: ownFields(register, 'partnership', it),
      }))
      .sort(by((it) => it.name)),
  }),
)

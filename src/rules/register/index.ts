import { lookAlikes } from '../look-alikes.js'
import { defineRegisterRule, type Checked, type Rule } from '../rule.js'
import { bareAlias } from './bare-alias.js'
import { identifierForm } from './identifier-form.js'
import { mergedOrganisation } from './merged-organisation.js'
import { noPolicy } from './no-policy.js'
import { sameId } from './same-id.js'
import { sameIdentifier } from './same-identifier.js'
import { sameItem } from './same-item.js'

const lookAlike = (kind: 'organisation' | 'partnership') =>
  defineRegisterRule({
    code: `register/look-alike-${kind}`,
    severity: 'warning',
    summary: `Two ${kind}s have names that are identical or nearly so.`,
    source: 'One body, one record; other names are aliases',
    why: `The same ${kind} under two spellings is counted twice.`,
    remedy: 'Merge the two and keep the other name as an alias; or give them names that differ more.',
    check: ({ register }: Checked) => lookAlikes(register[`${kind}s`]),
  })

export const registerRules: readonly Rule[] = [
  bareAlias,
  identifierForm,
  lookAlike('organisation'),
  lookAlike('partnership'),
  mergedOrganisation,
  noPolicy,
  sameId,
  sameIdentifier,
  sameItem,
]

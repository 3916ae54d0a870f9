import { describeWhen } from '../../model/day.js'
import { lookUp } from '../../model/look-up.js'
import { at } from '../../model/place.js'
import { definePartnershipRule } from '../rule.js'

export const mergedOrganisation = definePartnershipRule({
  code: 'register/merged-organisation',
  severity: 'warning',
  summary: 'A partnership names an organisation that was merged into another.',
  source: 'A signatory that no longer exists: check novation',
  why: 'An agreement with a body that no longer exists may bind nobody.',
  remedy: 'Name the successor, and check that agreements were carried over.',
  *check(partnership, { register, asOf }) {
    if (partnership.status === 'ended') return
    for (const [index, { organisation: id }] of partnership.partners.entries()) {
      const organisation = lookUp(register).organisation.get(id)
      const merged = organisation?.merged
      if (organisation === undefined || merged === undefined || (merged.on !== undefined && merged.on.first > asOf))
        continue
      const successor = lookUp(register).organisation.get(merged.into)?.name
      const into = successor === undefined ? merged.into : `${successor} (${merged.into})`
      yield {
        at: at(partnership, 'partners', index, 'organisation'),
        key: organisation.id,
        message: `${organisation.name} was merged into ${into}${merged.on ? ` ${describeWhen(merged.on)}` : ''}`,
        hint: `write ${merged.into}, and check that the agreement was carried over`,
        related: [{ at: at(organisation, 'merged'), message: 'the merger' }],
      }
    }
  },
})

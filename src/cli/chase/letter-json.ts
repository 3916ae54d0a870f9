import { concernedBy, dutyState, type Duty } from '../../duties/duty.js'
import { dutiesIn, formsIn, type Addressee, type Letter } from '../../duties/letters.js'
import { latestUpdate } from '../../model/day.js'
import { isFromOutside } from '../../model/grounds.js'
import { describeWhy, describeWhyToPartner } from '../../reports/letters/reasons.js'
import { isConfidential, type Chase } from './chase.js'

/** A letter for programs; a partner's has none of the reasons that come from our gradings. */
export function letterJson(chase: Chase, letter: Letter) {
  const { register, policy, asOf, contacts } = chase
  const { to, duties } = letter
  const update = latestUpdate(register, asOf)?.['as-of']
  const dutyJson = (duty: Duty) => ({
    kind: duty.kind,
    what: to.kind === 'partner' ? duty.document!.title : duty.what,
    partnerships: concernedBy(duty).map(({ about }) => ({ record: about.id, name: about.name })),
    due: duty.due === undefined ? null : { first: duty.due.first, last: duty.due.last, written: duty.due.written },
    state: dutyState(duty, asOf, policy.soon),
    overdueAtLastUpdate: update !== undefined && duty.due !== undefined && duty.due.last < update,
    why: duty.why,
    reason: (to.kind === 'partner' ? describeWhyToPartner(duty) : describeWhy(duty)) ?? null,
    basis: duty.basis ?? null,
    source: (to.kind === 'lead' || isFromOutside(duty.basis) ? duty.source : undefined) ?? null,
  })
  return {
    to: addresseeJson(to),
    addresses: contacts.addressesOf(to),
    confidential: isConfidential(chase, letter),
    counts: {
      overdue: duties.overdue.length,
      dueSoon: duties['due-soon'].length,
      needed: duties.needed.length,
      open: duties.open.length,
    },
    duties: dutiesIn(letter).map(dutyJson),
    forms: formsIn(letter).map(({ form, about }) => ({ form, record: about })),
  }
}

const addresseeJson = (to: Addressee) =>
  to.kind === 'lead'
    ? { kind: 'lead', role: to.role }
    : { kind: 'partner', record: to.organisation.id, name: to.organisation.name }

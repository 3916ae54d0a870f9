import { formatDay } from '../model/day.js'
import { forceOf } from '../model/grounds.js'
import type { Register } from '../model/register.js'
import { counted, lowerFirst, someOf } from '../model/words.js'
import type { PolicyAnswers } from '../policy/answers.js'
import { dutyName } from '../policy/describe-document.js'
import { isSure } from '../policy/documents.js'

/** What policy asks of a new partnership: its tier, its first review, its documents. */
export function newPartnershipNotes(register: Register, policy: PolicyAnswers, id: string): string[] {
  const partnership = register.partnerships.find((it) => it.id === id)
  if (partnership === undefined) return []
  const tier = policy.tier(partnership)
  const due = policy.due('review', partnership)
  const missing = policy.documents(partnership).filter((it) => !it.document && isSure(it))
  const names = missing.map((it) => lowerFirst(dutyName(it)))
  const musts = missing.filter((it) => forceOf(it.basis) === 'must').length
  const review = due?.day === undefined ? '' : `; its first review is due by ${formatDay(due.day)}`
  return [
    `Its tier is ${tier.id}${review}.`,
    ...(names.length === 0
      ? []
      : [
          `Policy asks for ${counted(names.length, 'document')} (${musts} must, ${names.length - musts} should): ${someOf(names, 6)}.`,
        ]),
    `partners show ${id} shows why.`,
  ]
}

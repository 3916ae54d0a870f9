import type { Register } from '../model/register.js'
import type { PolicyAnswers } from '../policy/answers.js'
import type { DocumentDuty } from '../policy/documents.js'

/** Every document that is asked for. A partner's own document is asked for once, in however many partnerships it is used. */
export function* dutiesOnce({ partnerships }: Register, policy: PolicyAnswers): Iterable<DocumentDuty> {
  const told = new Set<string>()
  for (const partnership of partnerships) {
    for (const duty of policy.documents(partnership)) {
      // the place is the document itself, or the file where it would stand
      const key = `${duty.type} ${duty.at.file} ${duty.at.path.join(' ')}`
      if (duty.organisation !== undefined && told.has(key)) continue
      if (!duty.unsure) told.add(key)
      yield duty
    }
  }
}

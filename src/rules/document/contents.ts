import { didYouMean } from '../../model/nearest.js'
import { within } from '../../model/place.js'
import { formatNames } from '../../model/words.js'
import { dutyKey, dutyName } from '../../policy/describe-document.js'
import type { DocumentDuty } from '../../policy/documents.js'
import { distinctRequirements } from '../../policy/requirements.js'
import { definePartnersRule, type Checked, type Rule } from '../rule.js'

/** A required document that is there, and what its policy entry says that it must contain, by id. */
interface WithContents {
  readonly duty: DocumentDuty
  readonly covers: readonly string[]
  readonly contents: Readonly<Record<string, string>>
}

/** Documents of the very type that is required: what serves in its place has other contents. */
function* withContents({ register, policy }: Checked): Iterable<WithContents> {
  const entries = new Map(policy.policy.entries('documents').map(({ id, data }) => [id, data.contents]))
  for (const { duty } of distinctRequirements(register, policy)) {
    const { document, type, state } = duty
    const contents = entries.get(type) ?? {}
    const isThere = document?.type === type && state !== 'not-applicable' && document.status !== 'requested'
    if (isThere && Object.keys(contents).length > 0) yield { duty, covers: document.covers, contents }
  }
}

const missing = definePartnersRule({
  code: 'document/contents-missing',
  severity: 'warning',
  summary: 'A document lacks something that it must contain.',
  source: 'policy.yaml: documents, contents; for Section 75 agreements SI 2000/617',
  why: 'An agreement that leaves out what the regulations ask for is found wanting when the partners disagree.',
  remedy: 'Have the document amended, and add what it then contains to `covers`.',
  *check(checked) {
    for (const { duty, covers, contents } of withContents(checked)) {
      if (covers.length === 0) continue
      const lacking = Object.keys(contents).filter((it) => !covers.includes(it))
      if (lacking.length > 0)
        yield {
          at: { ...within(duty.at, 'covers'), on: 'key' },
          key: [dutyKey(duty), ...lacking].join(' '),
          message: `${dutyName(duty)} does not contain ${formatNames(lacking.map((it) => contents[it]!))}`,
          hint: `have it amended, and add ${lacking.join(', ')} to covers`,
        }
      for (const [index, it] of covers.entries())
        if (!Object.hasOwn(contents, it))
          yield {
            at: within(duty.at, 'covers', index),
            key: `${dutyKey(duty)} ${it}`,
            message: `"${it}" is not one of the contents of this type of document`,
            hint: didYouMean(it, Object.keys(contents)),
          }
    }
  },
})

const unchecked = definePartnersRule({
  code: 'document/contents-unchecked',
  severity: 'info',
  summary: 'Nobody has recorded whether a document contains what it must contain.',
  source: 'policy.yaml: documents, contents; for Section 75 agreements SI 2000/617',
  why: 'A signature does not show that the agreement says what the regulations ask for.',
  remedy: 'Read it against the list, and add what it contains to `covers`.',
  *check(checked) {
    for (const { duty, covers, contents } of withContents(checked))
      if (covers.length === 0)
        yield {
          at: duty.at,
          key: dutyKey(duty),
          message: `${dutyName(duty)}: it is not recorded which of the ${Object.keys(contents).length} required contents it has`,
          hint: `read it against the list, and add to covers those that it has: ${Object.keys(contents).join(', ')}`,
        }
  },
})

export const contentsRules: readonly Rule[] = [missing, unchecked]

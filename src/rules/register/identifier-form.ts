import { IDENTIFIER_SCHEMES } from '../../model/organisation.js'
import { at } from '../../model/place.js'
import { hasLeiChecksum, tidyIdentifier, withoutPrefix } from '../identifiers.js'
import { defineRecordRule } from '../rule.js'

export const identifierForm = defineRecordRule({
  code: 'register/identifier-form',
  severity: 'warning',
  summary: 'An identifier does not have the form of its scheme.',
  source: 'org-id.guide; forms of each scheme',
  why: 'A mistyped number leads to another body, or to none.',
  remedy: 'Look the number up in the public register.',
  records: ['organisation'],
  *check(organisation) {
    for (const [index, { scheme, id }] of organisation.identifiers.entries()) {
      const { form, title } = IDENTIFIER_SCHEMES[scheme]
      const number = tidyIdentifier(scheme, id)
      if (form.test(number) && (scheme !== 'lei' || hasLeiChecksum(number))) continue
      yield {
        at: at(organisation, 'identifiers', index, 'id'),
        key: id,
        message: `"${id}" does not have the form of a ${title}`,
        hint: meantBy(scheme, id, number),
      }
    }
  },
})

/** The number that was likely meant, where that is certain enough to write it down. */
function meantBy(scheme: keyof typeof IDENTIFIER_SCHEMES, id: string, number: string): string {
  const prefixed = withoutPrefix(id)
  if (prefixed?.scheme === scheme) return `write "${prefixed.number}": the scheme says whose number it is`
  if (prefixed !== undefined)
    return `that is a ${IDENTIFIER_SCHEMES[prefixed.scheme].title}: write scheme: ${prefixed.scheme} and id: "${prefixed.number}"`
  return scheme === 'company' && /^\d{6,7}$/.test(number)
    ? `write "${number.padStart(8, '0')}"`
    : 'look it up in the public register, and write it in quotes'
}

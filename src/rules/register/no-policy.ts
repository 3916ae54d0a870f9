import { atKey } from '../../model/place.js'
import { defineRule } from '../rule.js'

export const noPolicy = defineRule({
  code: 'register/no-policy',
  severity: 'warning',
  summary: 'The register has no policy.yaml.',
  source: 'Which reviews and documents are asked for is policy',
  why: 'Without a policy nothing is asked for, so nothing is found missing or late.',
  remedy: 'Write policy.yaml with the line `extends: nhs-2026`, and your own entries after it.',
  *check({ register }) {
    if (register.policies.length > 0 || register.files.has('policy.yaml')) return
    yield {
      at: atKey(register.settings, 'organisation'),
      message: 'there is no policy.yaml, so no review and no document is asked for',
      hint: 'write policy.yaml with the line extends: nhs-2026',
    }
  },
})

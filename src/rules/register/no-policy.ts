import { atKey } from '../../model/place.js'
import { defineRegisterRule } from '../rule.js'

export const noPolicy = defineRegisterRule({
  code: 'register/no-policy',
  severity: 'warning',
  summary: 'The register has no policy.yaml.',
  source: 'Policy decides which reviews and documents are required',
  why: 'Without a policy nothing is required, so nothing is found missing or late.',
  remedy: 'Write policy.yaml with the line `extends: nhs-2026`, followed by entries of your own.',
  *check({ register }) {
    if (register.policies.length > 0 || register.files.has('policy.yaml')) return
    yield {
      at: atKey(register.settings, 'organisation'),
      message: 'there is no policy.yaml, so no review and no document is required',
      hint: 'write policy.yaml with the line extends: nhs-2026',
    }
  },
})

import { defineReaderRule } from '../rule.js'

export const policy = defineReaderRule({
  code: 'reference/policy',
  severity: 'error',
  summary: 'policy.yaml extends a policy that does not exist.',
  source: 'Released policies lie in policies/',
  why: 'Without it no document, review or tier is asked for: everything would look in order.',
  remedy: 'Name a policy that comes with this release, such as nhs-2026.',
})

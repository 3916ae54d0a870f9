import { referenceRule } from './reference-rule.js'

export const documentType = referenceRule({
  kind: 'document-type',
  severity: 'warning',
  summary: 'A document is named that policy does not know.',
  source: 'The documents of the policy in force',
  why: 'A document of an unknown type meets no duty.',
  remedy: 'Use a type of the policy, or add one to policy.yaml.',
  wrong: (type) => `"${type}" is not a document that policy knows`,
  otherwise: () => 'add it under documents in policy.yaml, or use one of its types',
  mayBeEmpty: true,
})

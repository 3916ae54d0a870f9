/** The strongest bond between the partners. docs/domain.md, section 2. */
export const PARTNERSHIP_KINDS = {
  informal: 'no paper, no money',
  memorandum: 'memorandum of understanding',
  network: 'many peers under terms of reference',
  'hosted-service': 'one body runs it for all',
  'service-agreement': 'service level agreement between public bodies',
  grant: 'money for a purpose, no purchase',
  'lead-commissioner': 'one buys for several',
  'section-75': 'NHS Act 2006 arrangement between NHS body and council',
  'section-256': 'NHS Act 2006: an NHS body pays towards what a council spends',
  'section-76': 'NHS Act 2006: a council pays towards what an NHS body spends',
  contract: 'binding, purchased',
  'joint-venture': 'a new legal body',
  statutory: 'the law requires it',
  'joint-committee': 'delegated powers',
  alliance: 'several under one agreement',
  pilot: 'a trial',
  oversight: 'a body that oversees',
  recognition: 'recognised representatives',
  internal: 'between parts of one body',
} as const

/** Everyday words for them. */
export const KIND_WORDS = {
  MOU: 'memorandum',
  'memorandum of understanding': 'memorandum',
  SLA: 'service-agreement',
  'service level agreement': 'service-agreement',
  s75: 'section-75',
  'Section 75 agreement': 'section-75',
  s256: 'section-256',
  'Section 256 agreement': 'section-256',
  s76: 'section-76',
  'Section 76 agreement': 'section-76',
} satisfies Record<string, keyof typeof PARTNERSHIP_KINDS>

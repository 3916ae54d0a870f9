// register.yaml, policy.yaml and the updates of the generated register.
import { AS_OF } from './days.js'
import { OURS } from './organisation.js'
import { slug } from './slug.js'
import * as words from './words.js'
import { Quoted } from './yaml.js'

export const settings = ({ leads, sampled }) => ({
  schema: 1,
  organisation: OURS,
  name: 'Partnerships of Vale Health',
  currency: 'GBP',
  'time-zone': 'Europe/London',
  'as-of': AS_OF,
  objectives: words.OBJECTIVES.map((title, index) => ({ number: index + 1, title })),
  directorates: words.DIRECTORATES.map((name, index) => ({
    id: slug(name),
    name,
    head: words.EXECUTIVES[index % words.EXECUTIVES.length],
  })),
  roles: [
    ...words.EXECUTIVES.map((title) => ({ title })),
    { title: 'Partnership Manager', aliases: ['Manager of Partnerships'], 'reports-to': ['Director of Strategy'] },
    ...leads.map((title) => ({ title })),
  ],
  bodies: [
    { id: 'board', name: 'Board of Directors', kind: 'board' },
    { id: 'quality-committee', name: 'Quality Committee', kind: 'committee', 'reports-to': ['board'] },
  ],
  standards: [
    { version: new Quoted('2.0'), title: 'Standard of working together', status: 'approved', approved: '2025-03-01' },
  ],
  audits: [
    {
      id: 'contract-management',
      title: 'Management of contracts with partners',
      state: 'under-way',
      partnerships: sampled,
      'reports-to': 'Audit Committee',
      due: '2026-12',
    },
  ],
  actions: [{ title: 'Ask each lead to confirm the entries', owner: 'Partnership Manager', due: '2026-11-30' }],
})

export const policy = () => ({
  title: 'Policy of Vale Health for its partnerships',
  extends: 'nhs-2026',
  documents: {
    'management-agreement': {
      title: 'Management agreement',
      'held-by': 'partnership',
      why: 'Some partners second a manager to us.',
    },
    insurance: {
      title: 'Insurance certificate',
      'held-by': 'partner',
      when: {
        care: true,
        'partner-kind': [
          'third-sector',
          'community-group',
          'company',
          'federation',
          'university',
          'housing-association',
        ],
      },
      valid: '12 months',
      'signed-by': 'Broker; the lead checks',
      why: 'Housing associations give care in supported homes, too',
    },
  },
  standard: { version: new Quoted('2.0'), from: '2026-10-01', tiers: ['major'] },
  checks: {
    'care-has-controls': {
      when: { care: true },
      expect: { has: 'controls' },
      message: 'people get care, and it is not said how the partnership is kept in hand',
      severity: 'warning',
      why: 'Resolution of the Quality Committee, January 2026',
    },
  },
})

/** Two updates; the later one answers what the earlier one promised. */
export const updates = () => [
  {
    id: '2026-03',
    data: {
      title: 'Partnerships, six-monthly update',
      'as-of': '2026-03-31',
      for: 'assurance',
      to: 'board',
      recommendation: 'Note the report.',
      author: ['Partnership Manager'],
      'lead-executive': 'Director of Strategy',
      objectives: [4],
      'next-steps': [
        { id: 'leads', title: 'Name a lead for every partnership', owner: 'Partnership Manager', due: '2026-09' },
      ],
    },
    sections: { Purpose: 'This paper tells the Board how the partnerships stand.' },
  },
  {
    id: '2026-09',
    data: {
      title: 'Partnerships, six-monthly update',
      'as-of': AS_OF,
      for: 'assurance',
      to: 'board',
      previous: '2026-03',
      recommendation: 'Note the report and discuss the red grades.',
      author: ['Partnership Manager'],
      'lead-executive': 'Director of Strategy',
      objectives: [4],
      'next-steps': [{ id: 'spring-clean', title: 'Spring clean of the register', due: '2027-03' }],
      answers: [{ step: 'leads', state: 'done', text: 'Every partnership has one.' }],
    },
    sections: {
      Purpose: 'This paper tells the Board how the partnerships stand and what is asked of it.',
      Governance: 'The register holds {{count held}}; the figures below are made from it.',
    },
  },
]

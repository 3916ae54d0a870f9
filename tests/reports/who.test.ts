import { expect, test } from 'vitest'
import { evidence } from '../../src/reports/evidence/index.js'
import { review } from '../../src/reports/review/index.js'
import { partnershipOf } from '../policy/sample.js'
import { paperOf } from './paper-input.js'

const partnerships = [
  partnershipOf({
    name: 'Alpha',
    kind: 'contract',
    bodies: [{ id: 'joint-board', name: 'The Joint Board' }],
    reviews: [{ date: '2026-05-20', by: 'joint-board' }],
    assessments: [{ date: '2026-05-20', by: 'joint-board', governance: 'G' }],
  }),
]

test.each([evidence, review])('a body of the partnership that reviewed or graded it stands with its name', (paper) => {
  const text = paperOf(paper, { partnerships })
  expect(text).toContain('The Joint Board')
  expect(text).not.toContain('joint-board')
})

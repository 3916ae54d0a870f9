/** Where the summary of the Board paper has news: what needs the Board, what it should know, what it can rely on. */
export const ESCALATIONS = {
  alert: 'the Board has to know and perhaps to act',
  advise: 'the Board should know',
  assure: 'the Board can rely on it',
  none: 'not in the summary',
} as const
export type Escalation = keyof typeof ESCALATIONS

/** What the summary reports, in its order, and where it usually is; a policy can put each elsewhere, under `signals`. */
export const SIGNALS = {
  'red-grade': { label: 'Graded red or red-amber', usual: 'alert' },
  'worse-grade': { label: 'Graded worse than before', usual: 'alert' },
  'extreme-risk': { label: 'Extreme risk', usual: 'alert' },
  'late-mitigation': { label: 'Action on a risk overdue', usual: 'alert' },
  'lapsed-review': { label: 'Review overdue', usual: 'alert' },
  'poor-peer-review': { label: 'Peer review below good', usual: 'alert' },
  'unacceptable-answer': { label: 'Unacceptable answer in a self-assessment', usual: 'alert' },
  'must-missing': { label: 'Required documents expired, or not on file for a major partnership', usual: 'alert' },
  'end-in-notice': { label: 'Ends within its notice period', usual: 'alert' },
  'missed-benefit': { label: 'Benefit missed', usual: 'alert' },
  'nothing-on-record': { label: 'Major partnership without sponsor, grade or risk profile', usual: 'alert' },
  'amber-grade': { label: 'Graded amber', usual: 'advise' },
  'high-risk': { label: 'High risk', usual: 'advise' },
  concern: { label: 'Concern', usual: 'advise' },
  issue: { label: 'Open issue', usual: 'advise' },
  audit: { label: 'Audit or evaluation under way or planned', usual: 'advise' },
  'must-expiring': { label: 'Required documents expire soon', usual: 'advise' },
  'not-known': { label: 'Other gaps in major partnerships', usual: 'advise' },
  'graded-green': { label: 'Graded green; grading, review and documents in date', usual: 'assure' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly usual: Escalation }>>
export type SignalName = keyof typeof SIGNALS

import { referenceRule } from './reference-rule.js'

export const objective = referenceRule({
  kind: 'objective',
  severity: 'error',
  summary: 'An objective is named that register.yaml does not list.',
  source: 'Objectives are numbered in register.yaml',
  why: 'The Board paper would show a bare number.',
  remedy: 'Correct the number, or add the objective to register.yaml.',
  wrong: (number) => `there is no objective ${number} in register.yaml`,
  otherwise: (_, numbers) =>
    numbers.length === 0 ? 'add objectives to register.yaml' : `objectives: ${numbers.join(', ')}`,
})

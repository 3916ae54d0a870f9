import { defineReaderRule } from '../rule.js'

export const condition = defineReaderRule({
  code: 'schema/condition',
  severity: 'error',
  summary: 'A condition of a policy cannot be read.',
  source: 'Conditions are data over a closed list of facts',
  why: 'A condition that is not understood asks for nothing: the duty would vanish in silence.',
  remedy: 'Use the facts and comparisons that the hint names.',
})

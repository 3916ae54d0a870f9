import type { MergedPolicy } from './merge.js'

/** The least score of an extreme risk: the policy's band, or 15 of 25 (NPSA 2008; domain of the register, section 2). */
export const extremeFrom = (policy: MergedPolicy): number =>
  policy.entries('risk-bands').find((it) => it.id === 'extreme')?.data['at-least'] ?? 15

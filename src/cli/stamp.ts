import type { Written } from '../document/edit.js'
import type { Partnership } from '../model/partnership.js'
import { answerPolicy } from '../policy/answers.js'
import { sha256 } from '../source/sha256.js'
import { stampOf } from '../stamps/stamp.js'
import type { ToChange } from './change.js'

/**
 * The stamp of what a review has seen, as a field of its entry: of the register as it is while the review is recorded.
 * @throws UsageError when some of that could not be read
 */
export function stampFor({ register, asOf }: ToChange, partnership: Partnership): Record<string, Written> {
  return { stamp: stampOf(partnership, { register, policy: answerPolicy(register, asOf), hash: sha256 }) as Written }
}

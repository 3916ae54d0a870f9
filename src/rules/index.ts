import type { Rule } from './rule.js'
import { review } from './review/index.js'
import { syntax } from './syntax/index.js'

/** Every rule, by group; the order in which they run. */
export const rules: readonly Rule[] = [...syntax, ...review]

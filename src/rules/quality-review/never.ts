import { neverRule } from '../due-rules.js'

export const never = neverRule('quality-review', 'info')

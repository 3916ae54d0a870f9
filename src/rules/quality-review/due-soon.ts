import { dueSoonRule } from '../due-rules.js'

export const dueSoon = dueSoonRule('quality-review')

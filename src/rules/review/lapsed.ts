import { lapsedRule } from '../due-rules.js'

export const lapsed = lapsedRule('review')

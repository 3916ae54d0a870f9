import { overdueRule } from '../due-rules.js'

export const overdue = overdueRule('quality-review')

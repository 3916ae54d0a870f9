import { roleMissing } from '../role-missing.js'

export const missing = roleMissing('sponsor', 'the executive role that answers for it')

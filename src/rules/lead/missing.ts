import { roleMissing } from '../role-missing.js'

export const missing = roleMissing('lead', 'the role that runs it')

import { confidentialOf } from '../../model/confidential.js'
import type { Partnership } from '../../model/partnership.js'
import type { Register } from '../../model/register.js'

/** A form of a confidential partnership says so, as papers do: forms are sent to others. */
export const confidentialNote = (register: Register, partnership: Partnership | undefined): string[] =>
  partnership !== undefined && confidentialOf(register.partnerships).includes(partnership)
    ? ['This partnership is confidential. Give the form only to those who know of it.']
    : []

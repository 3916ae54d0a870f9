import { ownFields as fieldsOf } from '../../model/own-fields.js'
import { section } from '../define-paper.js'
import { ownOf } from '../view-parts.js'
import type { Scope } from './scope.js'

/** The fields of the update that are the organisation's own (`x-…`). */
export const ownFields = section({ x: ownOf('update') }, ({ register, update }: Scope) => ({
  x: fieldsOf(register, 'update', update),
}))

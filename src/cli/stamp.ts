import type { Written } from '../document/edit.js'
import type { Partnership } from '../model/partnership.js'
import type { ToChange } from './change.js'

/** What a review has seen, as fields of its entry. */
export const stampFor = (
  _opened: ToChange,
  _partnership: Partnership,
  _date: string | undefined,
): Record<string, Written> => ({})

import * as z from 'zod'
import { aboutPartnership } from '../about/index.js'
import { combined, section } from '../define-paper.js'
import { text } from '../view-parts.js'
import { findings } from './findings.js'
import { history } from './history.js'
import type { PackScope } from './scope.js'

const selection = section(
  {
    why: z.enum(['highest tier', 'drawn', 'named']),
    /** The file that it is kept in. */
    file: text,
  },
  ({ why, entry }: PackScope) => ({ why, file: entry }),
)

/** What an auditor needs about one partnership, besides what every paper says about it. */
export const pack = combined([aboutPartnership, selection, history, findings])

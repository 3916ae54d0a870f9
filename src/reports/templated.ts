import { papers } from './index.js'
import { letters } from './letters/index.js'
import type { Paper } from './paper.js'
import { showOrganisation } from './show-organisation/index.js'
import { showPartnership } from './show-partnership/index.js'

/** Everything that is made from a template, which a register may replace: papers, pages of `show`, and letters. */
export const templated: readonly Paper[] = [...papers, showPartnership, showOrganisation, ...Object.values(letters)]

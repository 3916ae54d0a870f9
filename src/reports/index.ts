import { boardUpdate } from './board-update/index.js'
import { concentration } from './concentration/index.js'
import { documents } from './documents/index.js'
import { evidence } from './evidence/index.js'
import { governance } from './governance/index.js'
import type { Paper } from './paper.js'
import { pack } from './pack/index.js'
import { partnership } from './partnership/index.js'
import { registerExtract } from './register/index.js'
import { review } from './review/index.js'
import { risk } from './risk/index.js'

/** Every paper. */
export const papers: readonly Paper[] = [
  boardUpdate,
  review,
  registerExtract,
  risk,
  documents,
  partnership,
  governance,
  concentration,
  evidence,
  pack,
]

import { boardUpdate } from './board-update/index.js'
import type { Paper } from './paper.js'

/** Every paper. */
export const papers: readonly Paper[] = [boardUpdate]

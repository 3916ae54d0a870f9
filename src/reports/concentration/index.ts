import type { Paper } from '../paper.js'
import { buildConcentration } from './build.js'
import { concentrationView } from './view.js'

export const concentration: Paper = {
  name: 'concentration',
  summary: 'how much runs through each organisation and each role: partnerships, money, care and data',
  view: concentrationView,
  build: buildConcentration,
}

import type { Paper } from '../paper.js'
import { buildGovernance } from './build.js'
import { governanceView } from './view.js'

export const governance: Paper = {
  name: 'governance',
  summary: 'how partnerships are governed: bodies, who answers for what, powers, money, benefits, plan and risks',
  view: governanceView,
  takes: ['subject'],
  build: buildGovernance,
}

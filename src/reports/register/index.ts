import type { Paper } from '../paper.js'
import { buildRegisterExtract } from './build.js'
import { registerView } from './view.js'

export const registerExtract: Paper = {
  name: 'register',
  summary: 'the whole register as a paper: every partnership with all that is stated of it, without confidential ones',
  view: registerView,
  leavesOutConfidential: true,
  build: buildRegisterExtract,
}

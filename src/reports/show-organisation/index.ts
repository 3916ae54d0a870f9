import type { Organisation } from '../../model/organisation.js'
import type { Paper } from '../paper.js'
import { buildShowOrganisation } from './build.js'
import { showOrganisationView } from './view.js'

/** An organisation as `partners show` tells it: no paper for a meeting, so that it is in no list of papers. */
export const showOrganisation = (organisation: Organisation): Paper => ({
  name: 'show-organisation',
  summary: 'one organisation, with everything that runs through it',
  view: showOrganisationView,
  build: (input) => ({ view: buildShowOrganisation(input, organisation), narrative: {} }),
})

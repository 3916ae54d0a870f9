import { actionList } from './actions.js'
import { documentList } from './documents.js'
import type { List } from './list.js'
import { organisationList } from './organisations.js'
import { partnershipList } from './partnerships.js'
import { riskList } from './risks.js'

/** Every list. */
export const lists: readonly List[] = [partnershipList, organisationList, documentList, riskList, actionList]

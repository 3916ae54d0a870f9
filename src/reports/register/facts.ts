import { hasParent } from '../../model/hierarchy.js'
import { formatDay } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { formatNames, inWords } from '../../model/words.js'
import { directorateName, withoutStop } from '../phrases.js'
import { joined, onDay, labelled } from './line.js'
import type { Scope } from './scope.js'
import type { Row } from './view.js'

/** What a partnership is, in short facts; only those that are stated. */
export function factsOf(scope: Scope, it: Partnership): Row['facts'] {
  const facts: [string, string | null | undefined][] = [
    ['Status', joined(inWords(it.status), labelled('stage:', it.stage))],
    ['Kind', it.kind && inWords(it.kind)],
    ['Procurement', joined(it.procurement && inWords(it.procurement), labelled('route', it['procurement-detail']))],
    ['Tier', tier(scope, it)],
    ['Directorate', directorateName(scope.register, it.directorate)],
    ['Service', it.service],
    ['Lead', it.lead],
    ['Sponsor', it.sponsor],
    ['Term', term(it)],
    ['Importance', it.importance && `${it.importance.level}${it.importance.reason ? `: ${it.importance.reason}` : ''}`],
    ['Objectives', formatNames(it.objectives.map(String))],
    ['Personal data', data(it)],
    ['Care', it.care === undefined ? null : it.care ? 'people get care or support' : 'no care is given'],
    ['Shares', it['shares-by']],
    [
      'Partnership standard',
      it.standard && joined(`version ${it.standard.version}`, onDay('agreed', it.standard.agreed)),
    ],
    ['Confirmed by its lead', it.confirmed && formatDay(it.confirmed)],
  ]
  return facts.flatMap(([label, text]) => {
    return text ? [{ label, text: withoutStop(text) }] : [] // each is a sentence of one paragraph
  })
}

/** The tier that counts, and who set it where it is not the computed one; a part has that of its whole. */
function tier({ register, policy }: Scope, partnership: Partnership): string | null {
  const { tier: set } = partnership
  const decided =
    set &&
    joined(`set to ${set.at}`, labelled('by', set.by), onDay('until', set.until), labelled('because:', set.reason))
  return joined(hasParent(register, partnership) ? null : policy.tier(partnership).id, decided)
}

function term(it: Partnership): string | null {
  return joined(
    onDay('from', it.start),
    it.end === 'none' ? 'open-ended' : onDay('until', it.end),
    onDay('extendable to', it['extendable-to']),
    labelled('notice', it.notice?.written),
    labelled('minimum term', it['minimum-term']?.written),
  )
}

const DIRECTIONS = { in: 'to us', out: 'from us', both: 'both ways' } as const
const PROCESSORS = {
  partner: 'a partner processes for us',
  us: 'we process for a partner',
  none: 'each is a controller',
} as const

function data({ data: it }: Partnership): string | null {
  if (it === undefined) return null
  const shared = it['shared-record']
  return joined(
    it.level === 'special-category' ? 'special category' : inWords(it.level),
    it.direction && DIRECTIONS[it.direction],
    labelled('kept in', formatNames(it.systems)),
    it.processor && PROCESSORS[it.processor],
    shared === undefined ? null : shared ? 'one shared record' : 'no shared record',
  )
}

const NARRATIVE = [
  ['Scope', 'scope'],
  ['Rationale', 'rationale'],
  ['Control measures and structures', 'controls'],
  ['Risks and mitigation', 'risk-summary'],
  ['Current status', 'position'],
  ['Liabilities', 'liabilities'],
  ['Exit', 'exit'],
] as const

/** The long texts, in the order of a file. */
export const narrativeOf = (it: Partnership): Row['narrative'] =>
  NARRATIVE.flatMap(([label, key]) => (it[key] === undefined ? [] : [{ label, text: it[key] }]))

import { formatNames } from '../../model/words.js'
import { formatDay } from '../../model/day.js'
import { describePartnership } from '../about/index.js'
import type { PaperInput } from '../paper.js'
import type { AboutView } from '../about/view.js'
import { grouped } from '../../model/order.js'
import { nameOf } from '../phrases.js'
import type { PartnershipView } from './view.js'

/** Rows that a list may have, so that all of it fits two pages of A4. */
const MOST = 5

/** The page about one partnership. */
export function buildPartnership(input: PaperInput): { view: PartnershipView; narrative: Record<string, string> } {
  const { register, subject, asOf, provenance } = input
  const told = describePartnership(input, subject!, MOST)
  const view: PartnershipView = {
    ...told,
    reasons: told.reasons.filter((it) => !isLowerFloor(it.text, told.tier)),
    // how it stands is in the news, where there is any
    rationale: beginning(told.rationale),
    controls: beginning(told.controls),
    riskSummary: beginning(told.riskSummary),
    position: told.headlines.list.length === 0 ? beginning(told.position) : null,
    others: told.others.map((it) => ({ ...it, text: beginning(it.text)! })),
    documents: {
      ...told.documents,
      byState: byState(told.documents.list),
      others: told.documents.others.filter((it) => !it.superseded), // the evidence has the history
    },
    organisation: nameOf(register, register.settings.organisation),
    asOf: formatDay(asOf),
    provenance,
  }
  return { view, narrative: {} }
}

/** A page has no room for a row for each document: those that stand alike share one. */
function byState(list: AboutView['documents']['list']): PartnershipView['documents']['byState'] {
  return grouped(list, (it) => it.state).map((same) => ({
    state: same[0]!.state,
    documents: same.map(({ title, holders, held }) =>
      held === 'partner' ? `${title} (${formatNames(holders)})` : title,
    ),
  }))
}

/** A floor below the tier that it has says nothing new to this page's readers. */
const isLowerFloor = (text: string, tier: string) =>
  text.startsWith('at least ') && !text.startsWith(`at least ${tier}:`)

/** Characters of a long text that the page has room for. */
const ROOM = 500

/** Whole sentences from the beginning of a text, as many as there is room for. */
function beginning(text: string | null): string | null {
  if (text === null || text.length <= ROOM) return text
  const end = text.slice(0, ROOM).search(/[.;](?=\s[^.;]*$)/)
  return `${text.slice(0, end === -1 ? ROOM : end + 1)} …`
}

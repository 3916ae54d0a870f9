import { grouped } from '../../model/order.js'
import { formatNames } from '../../model/words.js'
import { aboutOf, type About } from '../about/about.js'
import { unexplainedGaps } from '../about/gaps.js'
import { aboutPartnership } from '../about/index.js'
import { definePaper, section, type ViewOf } from '../define-paper.js'
import { paperHead } from '../paper-head.js'
import { group, rows, text, texts } from '../view-parts.js'
import { notRecorded, termStated } from './recorded.js'

/** The most rows of a list, so that everything fits on two pages of A4. */
const MOST = 5

/** All about the partnership, as far as it fits. */
const page = section(
  {
    ...aboutPartnership.shape,
    /** What is recorded of its term: `from 1 April 2024`, `notice 6 months`. */
    termStated: texts,
    /** What a reader looks for at a glance, and the register does not have. */
    notRecorded: texts,
    documents: group({
      ...aboutPartnership.shape.documents.shape,
      /** The required documents, one row for each state: `Insurance certificate (Elmore and PML)`. */
      byState: rows({ state: text, documents: texts }),
    }),
  },
  (about: About) => {
    const all = aboutPartnership.build(about)
    const { tier, reasons, headlines, documents, duties, gaps } = all
    const unexplained = unexplainedGaps(about)
    return {
      ...all,
      termStated: termStated(all),
      notRecorded: notRecorded(
        all,
        unexplained.map((it) => it.what),
      ),
      // those without a reason are in the list above
      gaps: { ...gaps, list: gaps.list.filter(({ why }) => why !== unexplained[0]?.why) },
      reasons: reasons.filter((it) => !isLowerFloor(it.text, tier)),
      rationale: beginning(all.rationale),
      controls: beginning(all.controls),
      riskSummary: beginning(all.riskSummary),
      position: headlines.list.length === 0 ? beginning(all.position) : null, // the news covers it, where there is any
      // the lead is named above
      duties: { ...duties, list: duties.list.map((it) => ({ ...it, role: it.role?.replace(/ \(lead: .*\)$/, '') })) },
      others: all.others.map((it) => ({ ...it, text: beginning(it.text, LITTLE_ROOM) })),
      documents: {
        ...documents,
        byState: byState(documents.list),
        others: documents.others.filter((it) => !it.superseded), // the evidence has the history
      },
    }
  },
)

/** There is no room for a row for each document: those in the same state share one. */
const byState = (list: ReturnType<typeof aboutPartnership.build>['documents']['list']) =>
  grouped(list, (it) => it.state).map((same) => ({
    state: same[0]!.state,
    documents: same.map(({ title, holders, held }) =>
      held === 'partner' ? `${title} (${formatNames(holders)})` : title,
    ),
  }))

/** A floor below the actual tier tells readers nothing new. */
const isLowerFloor = (text: string, tier: string) =>
  text.startsWith('at least ') && !text.startsWith(`at least ${tier}:`)

/** Characters of a long text that the page has room for; less of what has no section of its own. */
const ROOM = 300
const LITTLE_ROOM = 200

/** Whole sentences from the beginning of a text, as many as there is room for. */
function beginning<T extends string | null | undefined>(text: T, room = ROOM): T | string {
  if (typeof text !== 'string' || text.length <= room) return text
  const end = text.slice(0, room).search(/[.;](?=\s[^.;]*$)/)
  return `${text.slice(0, end === -1 ? room : end + 1)} …`
}

/** The page about one partnership. */
export const partnership = definePaper({
  name: 'partnership',
  summary:
    'one partnership on a page or two: who, money, term, grades, risks, documents, what is due, what is not recorded',
  takes: ['subject'],
  needsSubject: true,
  needsReviewStatuses: 'subject',
  scope: (input) => aboutOf(input, input.subject!, MOST),
  sections: [paperHead, page],
})

export type PartnershipView = ViewOf<typeof partnership>

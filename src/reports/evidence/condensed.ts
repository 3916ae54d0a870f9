import { countFigure } from '../../figures/figure.js'
import { withAncestors } from '../../model/hierarchy.js'
import { partnershipSchema } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { isNothing } from '../../model/same.js'
import { readerLabel } from '../../model/schema-walk.js'
import { formatNames, lowerFirst } from '../../model/words.js'
import { NO_REASON } from '../about/gaps.js'
import type { aboutPartnership } from '../about/index.js'
import type { StatedShape } from '../define-paper.js'
import { gapsByReason } from '../rows/gaps.js'
import { count, flag, maybe, rows, text, texts } from '../view-parts.js'
import type { PackScope } from './scope.js'

/** What an auditor need not read row by row: documents of which nothing is on file, and all gaps of the entry, once. */
export const condensedShape = {
  /** Required documents with a state or evidence of their own. */
  onFile: rows({ title: text, holders: texts, state: text, evidence: maybe, facts: text, where: maybe }),
  /** Required documents of which the register has nothing. */
  notOnFile: rows({ title: text, facts: text, where: maybe }),
  perhapsNeeded: count,
  /** Is there a review, grade or evaluation to show? */
  isReviewed: flag,
  hasGaps: flag,
  /** What is not recorded, or in doubt, with the reason; `unexplained` has none. */
  notRecorded: gapsByReason,
  unexplained: texts,
}

/** Fields that an auditor looks for besides those that every reader does. */
const ALSO = ['notice', 'confirmed'] as const

export function condensed(
  { register, partnership }: PackScope,
  { documents, gaps }: StatedShape<Pick<typeof aboutPartnership.shape, 'documents' | 'gaps'>>,
): Omit<StatedShape<typeof condensedShape>, 'isReviewed'> {
  const { list, perhaps } = documents
  const isAbsent = (it: (typeof list)[number]) => it.state === 'not on file' && (it.evidence ?? null) === null
  const withTitle = (it: (typeof list)[number]) => ({ ...it, title: it.own ? `${it.title} (${it.own})` : it.title })
  const also = ALSO.filter(
    (key) => withAncestors(register, partnership).every((it) => isNothing(it[key])) && !(key in partnership.unknown),
  )
  return {
    onFile: list
      .filter((it) => !isAbsent(it))
      .map(withTitle)
      .map(({ title, holders, state, evidence, facts, where }) => ({ title, holders, state, evidence, facts, where })),
    notOnFile: list.filter(isAbsent).map(({ title, held, holders, facts, where }) => ({
      title: held === 'partner' ? `${title} of ${formatNames(holders)}` : title,
      facts,
      where,
    })),
    perhapsNeeded: countFigure(
      `documents that ${partnership.name} may need`,
      perhaps.map(({ title }) => ({ name: title, at: at(partnership, 'name') })),
    ),
    hasGaps: gaps.list.length + also.length > 0,
    notRecorded: gaps.list.filter(({ why }) => why !== NO_REASON),
    unexplained: [
      ...gaps.list.filter(({ why }) => why === NO_REASON).flatMap(({ what }) => what),
      ...also.map((key) => readerLabel(partnershipSchema, key)),
    ].map((what, index) => (index === 0 ? what : lowerFirst(what))),
  }
}

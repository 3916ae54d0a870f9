import { formatNames } from '../../model/words.js'
import type { Day } from '../../model/day.js'
import type { Partnership } from '../../model/partnership.js'
import { isNeeded } from '../rows/completeness.js'
import { by } from '../../model/order.js'
import { countPartnerships } from '../phrases.js'
import { openQuestions } from './reason.js'
import { describeState, withSigning } from '../../policy/describe-document.js'
import { section } from '../define-paper.js'
import { count, rows, text, texts } from '../view-parts.js'
import { heldShape, holderOf, type Needed, type Scope } from './scope.js'

type Partner = Partnership['partners'][number]

/** Its state, in words; why it is required. */
const document = { ...heldShape, stands: text, why: text }

const shape = {
  /** What each partnership needs, with its parts' partners; documents that a partner needs for several are listed apart. */
  blocks: rows({ name: text, rows: rows(document), elsewhere: texts }),
  /** Partnerships for which no document is certainly required. */
  nothing: texts,
  /** Partners’ own documents that serve several partnerships. */
  shared: rows({ ...document, partnerships: texts }),
  /** Partnerships whose partners are not all known, nor the documents that they need. */
  partnersOpen: count,
  /** Those of them that have partners who are not named, and those of which none is stated. */
  unnamed: texts,
  unstated: texts,
}

/** Every needed document, once: with its partnership, or with its partner where it serves several. */
export const blocks = section(shape, (scope: Scope) => {
  const { running } = scope
  // what is not applicable has a list of its own, with the reasons
  const needed = scope.sure.filter(({ duty }) => isNeeded(duty))
  const all = running.wholes.map((it) => blockOf(it, needed, scope.asOf))
  const unnamed = running.wholes.filter((it) => partnersOf(it, scope).some(isUnnamed))
  const unstated = running.wholes.filter((it) => partnersOf(it, scope).length === 0)
  return {
    blocks: all.filter((it) => it.rows.length + it.elsewhere.length > 0),
    nothing: all.filter((it) => it.rows.length + it.elsewhere.length === 0).map((it) => it.name),
    shared: needed
      .filter(isShared)
      .sort(by(holderOf))
      .map((it) => ({ ...rowOf(it, scope.asOf), partnerships: it.wholes.map((whole) => whole.name) })),
    partnersOpen: countPartnerships('partnerships with a partner who is not named, or with none stated', [
      ...unnamed,
      ...unstated,
    ]),
    unnamed: unnamed.map((it) => it.name),
    unstated: unstated.map((it) => it.name),
  }
})

const isShared = ({ wholes }: Needed) => wholes.length > 1

function blockOf(whole: Partnership, needed: readonly Needed[], asOf: Day) {
  const own = needed.filter((it) => it.wholes.includes(whole))
  return {
    name: whole.name,
    rows: own
      .filter((it) => !isShared(it))
      .map((it) => ({ ...rowOf(it, asOf), holder: it.duty.organisation?.name ?? 'the partnership' })),
    elsewhere: [...new Set(own.filter(isShared).map(holderOf))].sort(),
  }
}

/** By its own title where it has one: `“Agreement of 2018”: in force until 30 April 2020; signed on 2 May 2018`. */
const describeDocument = (duty: Needed['duty'], asOf: Day): string =>
  (duty.document?.title === undefined ? '' : `“${duty.document.title}”: `) +
  withSigning(describeState(duty), duty.document, asOf)

const rowOf = (it: Needed, asOf: Day) => ({
  title: it.duty.title,
  holder: holderOf(it),
  stands: describeDocument(it.duty, asOf),
  why: it.duty.unsure
    ? `not certain: it depends on ${formatNames(openQuestions(it.duty.reasons))}`
    : it.duty.reasons.join(', '),
})

/** The partners of a whole and of its parts, apart from ourselves. */
const partnersOf = (whole: Partnership, { running, register }: Scope): Partner[] =>
  running.all
    .filter((it) => running.wholeOf(it) === whole)
    .flatMap((it) => it.partners)
    .filter((it) => it.organisation !== register.settings.organisation)

/** Is only its group stated? */
const isUnnamed = ({ organisation }: Partner) => organisation === undefined

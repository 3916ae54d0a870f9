import { countFigure, type CountFigure } from '../../figures/figure.js'
import { partnershipSchema, type Partnership } from '../../model/partnership.js'
import { at } from '../../model/place.js'
import { isNothing } from '../../model/same.js'
import { readerLabel } from '../../model/schema-walk.js'
import { lowerFirst } from '../../model/words.js'
import { isOpenRisk, riskName, riskScore } from '../../model/risk.js'
import type { About } from '../about/about.js'
import { section, type StatedShape } from '../define-paper.js'
import { byReason, gapsByReason, gapsIn } from '../rows/gaps.js'
import { grouped } from '../../model/order.js'
import { count, rows, text, texts } from '../view-parts.js'
import { coveredInFront } from './front.js'
import { doubtedPaths } from './money.js'

/** Lists of a partnership whose items are counted. */
type Lists =
  'bodies' | 'responsibilities' | 'delegations' | 'partners' | 'benefits' | 'milestones' | 'risks' | 'actions'
type Item<Key extends Lists> = Partnership[Key][number]

/** Counts items of several partnerships that meet a condition, each with its place. */
export function countItems<Key extends Lists>(
  how: string,
  partnerships: readonly Partnership[],
  key: Key,
  fits: (it: Item<Key>, partnership: Partnership) => boolean = () => true,
): CountFigure {
  const sources = partnerships.flatMap((partnership) =>
    (partnership[key] as readonly Item<Key>[]).flatMap((it, index) =>
      fits(it, partnership)
        ? [{ name: `${partnership.name}: ${itemName(key, it)}`, at: at(partnership, key, index) }]
        : [],
    ),
  )
  return countFigure(how, sources)
}

function itemName<Key extends Lists>(key: Key, it: Item<Key>): string {
  if (key === 'bodies') return (it as Item<'bodies'>).name
  if (key === 'responsibilities') return (it as Item<'responsibilities'>).function
  if (key === 'delegations') return (it as Item<'delegations'>).power
  if (key === 'partners') return (it as Item<'partners'>).organisation ?? (it as Item<'partners'>).group ?? ''
  return key === 'risks' ? riskName(it as Item<'risks'>) : (it as Item<'benefits' | 'milestones' | 'actions'>).title
}

/** Is nobody, or more than one, accountable for a function? */
export const isUnanswered = ({ accountable }: Item<'responsibilities'>) => accountable.length !== 1

const shape = {
  /** For how many of the things above a fact is not stated. */
  gaps: rows({ what: text, count, of: count }),
  /** What the register does not hold at all for this one, though it does for others. */
  silent: texts,
  /** The gaps that its keeper recorded, one row for each reason. */
  unknowns: gapsByReason,
}
type Gaps = StatedShape<typeof shape>

/** What is not stated, and of how many; what the register does not hold; and the gaps that its keeper recorded. */
export const gaps = section(shape, (about: About) => {
  const { partnership } = about
  const covered = [...coveredInFront(about), ...doubtedPaths(partnership)]
  return {
    gaps: countedGaps(partnership),
    silent: absentFrom(partnership),
    unknowns: byReason(gapsIn(partnership.name, partnershipSchema, partnership.unknown, covered)),
  }
})

function countedGaps(partnership: Partnership): Gaps['gaps'] {
  const found: Gaps['gaps'][number][] = []
  const group = <Key extends Lists>(
    key: Key,
    noun: string,
    isMeant: (it: Item<Key>) => boolean,
    lacks: Record<string, (it: Item<Key>) => boolean>,
  ) => {
    const of = countItems(noun, [partnership], key, isMeant)
    const lacking = Object.entries(lacks).map(([what, lack]) => ({
      what,
      count: countItems(`${noun}: ${what} is not stated`, [partnership], key, (it) => isMeant(it) && lack(it)),
    }))
    // facts that the very same items lack share a row
    const same = grouped(
      lacking.filter((it) => it.count.count > 0),
      ({ count }) => JSON.stringify(count.sources),
    )
    for (const all of same) {
      const what = `${noun}: ${all.map((it) => it.what).join('; ')}`
      found.push({ what, count: { ...all[0]!.count, how: `${what} is not stated` }, of })
    }
  }
  group('bodies', 'Bodies', () => true, {
    'reporting line': (it) => it['reports-to'].length === 0,
    remit: (it) => it.remit === undefined,
    chair: (it) => it.chair === undefined,
    members: (it) => it.members.length === 0,
    'frequency of meetings': (it) => it.meets === undefined,
    'terms of reference': (it) => it.terms === undefined,
  })
  group('responsibilities', 'Functions', () => true, {
    'a single accountable owner': isUnanswered,
    'responsible role': (it) => it.responsible.length === 0,
    'who delivers': (it) => it.delivers.length === 0,
  })
  group('delegations', 'Delegations', () => true, { limits: (it) => it.limit === undefined })
  group('partners', 'Partners', () => partnership.value !== undefined, {
    'share or payment': (it) => it.share === undefined && it.pays === undefined,
  })
  group('benefits', 'Benefits', () => true, {
    measure: (it) => it.measure === undefined,
    baseline: (it) => it.baseline === undefined,
    target: (it) => it.target === undefined,
    'due date': (it) => it.due === undefined,
    result: (it) => it.actual === undefined,
  })
  group('milestones', 'Milestones', (it) => it.done === undefined, {
    'due date': (it) => it.due === undefined,
  })
  group('risks', 'Risks', isOpenRisk, {
    score: (it) => riskScore(it) === undefined,
    mitigation: (it) => it.mitigation === undefined,
    owner: (it) => it.owner === undefined,
  })
  group('actions', 'Next steps', (it) => it.done === undefined, {
    owner: (it) => it.owner === undefined,
    'due date': (it) => it.due === undefined,
  })
  return found
}

const LISTED =
  'goals scope bodies responsibilities delegations controls documents value benefits milestones risks exit'.split(' ')

/** What is missing altogether and without a reason, in the order of the paper. */
const absentFrom = (partnership: Partnership): string[] =>
  LISTED.filter((key) => isNothing(partnership[key as keyof Partnership]) && !(key in partnership.unknown))
    .filter((key) => key !== 'risks' || partnership['risk-summary'] === undefined)
    .map((key) => lowerFirst(readerLabel(partnershipSchema, key)))

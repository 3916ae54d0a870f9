import { formatInexactDay, formatDay, addDuration } from '../../model/day.js'
import { endedWhole } from '../../model/hierarchy.js'
import { at } from '../../model/place.js'
import { isUnscreened } from '../../policy/unscreened.js'
import { type Rule, definePartnershipRule, isRunning } from '../rule.js'

const endedWithOpenActions = definePartnershipRule({
  code: 'partnership/ended-with-open-actions',
  severity: 'warning',
  summary: 'An ended partnership has open actions or risks.',
  source: 'What has ended has nothing left to do',
  why: 'Loose ends of ended partnerships are forgotten.',
  remedy: 'Close them, or move them to another record.',
  *check(partnership) {
    if (partnership.status !== 'ended') return
    for (const [index, action] of partnership.actions.entries())
      if (action.done === undefined)
        yield {
          at: at(partnership, 'actions', index),
          key: action.title,
          message: `the partnership has ended, and "${action.title}" is still open`,
          hint: 'add done, or move it to another record',
        }
    for (const [index, risk] of partnership.risks.entries())
      if (risk.status !== 'closed')
        yield {
          at: at(partnership, 'risks', index),
          key: risk.id ?? risk.title ?? '',
          message: 'the partnership has ended, and this risk is still open',
          hint: 'set its status to closed',
        }
  },
})

const informalWithData = definePartnershipRule({
  code: 'partnership/informal-with-data',
  severity: 'warning',
  summary: 'An informal partnership shares personal data.',
  source: 'Size never lowers the level of information governance',
  why: 'Personal data need a written basis, however small the partnership.',
  remedy: 'Change its `kind`, and make the documents that the level requires.',
  *check(partnership) {
    const level = partnership.data?.level
    if (partnership.kind !== 'informal' || (level !== 'personal' && level !== 'special-category')) return
    yield {
      at: at(partnership, 'data', 'level'),
      message: 'an informal partnership has no paper, but personal data are shared',
    }
  },
})

const informalWithMoney = definePartnershipRule({
  code: 'partnership/informal-with-money',
  severity: 'warning',
  summary: 'An informal partnership has money.',
  source: 'Informal: no paper, no money',
  why: 'Where money flows, something must be written.',
  remedy: 'Change its `kind`, or remove the value.',
  *check(partnership) {
    if (partnership.kind !== 'informal' || partnership.value === undefined || partnership.value.amount === 0) return
    yield {
      at: at(partnership, 'value'),
      message: 'an informal partnership has no money, but a value is stated',
      related: [{ at: at(partnership, 'kind'), message: 'its kind' }],
    }
  },
})

const partOfEnded = definePartnershipRule({
  code: 'partnership/part-of-ended',
  severity: 'warning',
  summary: 'A partnership has ended, and a part of it has not.',
  source: 'A part has its value, documents and reviews in the whole, which is no longer there',
  why: 'The part counts as a partnership of its own until somebody decides what it is.',
  remedy:
    'End it as well; or remove `parent` if it continues by itself; or name the partnership that it now belongs to.',
  *check(partnership, { register }) {
    const whole = partnership.status === 'ended' ? undefined : endedWhole(register, partnership)
    if (whole === undefined) return
    const when = whole.end === undefined || whole.end === 'none' ? '' : ` (${formatInexactDay(whole.end)})`
    yield { at: at(partnership, 'parent'), message: `${whole.name} has ended${when}, and this part of it has not` }
  },
})

const pastEnd = definePartnershipRule({
  code: 'partnership/past-end',
  severity: 'error',
  cause: 'time',
  summary: 'The end has passed and the partnership is still active.',
  source: 'Rollover: a finding, never a silent end',
  why: 'A service that continues after its end has no agreement.',
  remedy: 'Write the new end, or set `status` to ending or ended.',
  *check(partnership, { asOf }) {
    const { end } = partnership
    if (!isRunning(partnership) || end === undefined || end === 'none' || end.last >= asOf) return
    yield {
      at: at(partnership, 'end'),
      key: end.last,
      message: `it ended on ${formatDay(end.last)}, and is still ${partnership.status}`,
    }
  },
})

const proposedTooLong = definePartnershipRule({
  code: 'partnership/proposed-too-long',
  severity: 'info',
  cause: 'time',
  summary: 'A partnership has been proposed for a long time.',
  source: 'policy.yaml: limits, proposed-for',
  why: 'A proposal that nobody decides on still ties people up.',
  remedy: 'Decide: make it active, or end it.',
  *check(partnership, { policy, asOf }) {
    const most = policy.policy.single('limits')?.['proposed-for']
    const { status, start } = partnership
    if (most === undefined || status !== 'proposed' || start === undefined || addDuration(start.last, most) >= asOf)
      return
    yield { at: at(partnership, 'status'), message: `it has been proposed since before ${formatInexactDay(start)}` }
  },
})

const unscreened = definePartnershipRule({
  code: 'partnership/unscreened',
  severity: 'info',
  summary: 'Nothing is recorded about money or personal data of a small partnership.',
  source: 'policy.yaml: unscreened; what is small is asked one question before anything else',
  why: 'Without an answer nobody knows whether it needs a paper at all; with one, most need none.',
  remedy: 'Ask its lead: does money or personal data pass, and is it still alive? `partners ask` writes the answers.',
  *check(partnership, { policy }) {
    if (!isUnscreened(policy.policy, partnership, policy.facts(partnership), policy.rank)) return
    yield {
      at: at(partnership),
      message: 'does money or personal data pass, and is it still alive? nothing is recorded',
      hint: `ask its lead, and write the answers with partners ask ${partnership.id}`,
    }
  },
})

export const partnershipRules: readonly Rule[] = [
  unscreened,
  endedWithOpenActions,
  informalWithData,
  informalWithMoney,
  partOfEnded,
  pastEnd,
  proposedTooLong,
]

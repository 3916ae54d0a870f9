import { dutyState } from '../duties/duty.js'
import { sayInexactDay, type InexactDay } from '../model/day.js'
import type { Partnership } from '../model/partnership.js'
import { defineList, one, type ListInput } from './list.js'

type Action = Partnership['actions'][number]
interface ActionRow {
  readonly partnership: Partnership | undefined
  readonly action: Action
  /** What brought it: the register, an evaluation or a peer review. */
  readonly from: string
}

/** Actions of partnerships, of their evaluations and reviews, and of the register as a whole; done ones among them. */
export const actionList = defineList<ActionRow>({
  name: 'actions',
  summary: 'the actions of partnerships and of the register, done ones among them',
  shown: ['action', 'partnership', 'owner', 'due', 'state'],
  order: 'due',
  rows: ({ register }) => [
    ...register.settings.actions.map((action) => ({ partnership: undefined, action, from: 'register' })),
    ...register.partnerships.flatMap((partnership) => [
      ...partnership.actions.map((action) => ({ partnership, action, from: 'partnership' })),
      ...partnership.evaluations.flatMap((it) => it.actions.map((action) => ({ partnership, action, from: it.title }))),
      ...partnership['quality-reviews'].flatMap((it) =>
        it.actions.map((action) => ({ partnership, action, from: it.title })),
      ),
    ]),
  ],
  partnershipOf: (it) => it.partnership,
  columns: [
    { key: 'action', label: 'Action', type: 'word', values: (it) => [it.action.title] },
    {
      key: 'partnership',
      label: 'Partnership',
      type: 'word',
      values: (it) => [it.partnership?.name ?? 'All partnerships'],
    },
    { key: 'owner', label: 'Owner', type: 'word', values: (it) => one(it.action.owner) },
    {
      key: 'due',
      label: 'Due',
      type: 'day',
      values: (it) => one(it.action.due?.last),
      text: (it) => said(it.action.due),
    },
    {
      key: 'done',
      label: 'Done',
      type: 'day',
      values: (it) => one(it.action.done?.last) ?? [],
      text: (it) => said(it.action.done),
    },
    { key: 'state', label: 'State', type: 'word', values: (it, input) => [stateOf(it, input)] },
    { key: 'from', label: 'From', type: 'word', values: (it) => [it.from] },
    { key: 'note', label: 'Note', type: 'word', values: (it) => one(it.action.note) ?? [] },
  ],
})

const said = (day: InexactDay | undefined) => (day === undefined ? undefined : sayInexactDay(day))

function stateOf({ action }: ActionRow, { asOf, policy }: ListInput): string {
  if (action.done !== undefined) return 'done'
  return dutyState({ kind: 'action', due: action.due }, asOf, policy.soon)
}

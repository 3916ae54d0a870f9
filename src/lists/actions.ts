import { dutyState } from '../duties/duty.js'
import { allActions, isOpenAction, type PlacedAction } from '../model/actions.js'
import { sayInexactDay, type InexactDay } from '../model/day.js'
import { defineList, one, type ListInput } from './list.js'

/** Actions of partnerships, of their evaluations and reviews, and of the register as a whole; done ones among them. */
export const actionList = defineList<PlacedAction>({
  name: 'actions',
  summary: 'the actions of partnerships and of the register, done ones among them',
  shown: ['action', 'partnership', 'owner', 'due', 'state'],
  order: 'due',
  rows: ({ register }) => allActions(register),
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
    {
      key: 'from',
      label: 'From',
      type: 'word',
      values: (it) => [it.from ?? (it.partnership === undefined ? 'register' : 'partnership')],
    },
    { key: 'note', label: 'Note', type: 'word', values: (it) => one(it.action.note) ?? [] },
  ],
})

const said = (day: InexactDay | undefined) => (day === undefined ? undefined : sayInexactDay(day))

function stateOf({ action }: PlacedAction, { asOf, policy }: ListInput): string {
  if (!isOpenAction(action)) return 'done'
  return dutyState({ kind: 'action', due: action.due }, asOf, policy.soon)
}

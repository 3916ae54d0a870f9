import { dutyState } from '../duties/duty.js'
import { allActions, isOpenAction, type PlacedAction } from '../model/actions.js'
import { partnershipSchema } from '../model/partnership.js'
import { schemaAt } from '../model/schema-walk.js'
import { dayColumn, wordColumn, type ListInput } from './columns.js'
import { defineList } from './list.js'

/** Actions of partnerships, of their evaluations and reviews, and of the register as a whole; done ones among them. */
export const actionList = defineList<PlacedAction>({
  name: 'actions',
  summary: 'the actions of partnerships and of the register, done ones among them',
  shown: ['action', 'partnership', 'owner', 'due', 'state'],
  order: 'due',
  rows: ({ register }) => allActions(register),
  partnershipOf: (it) => it.partnership,
  fields: { schema: () => schemaAt(partnershipSchema, ['actions', 0])!, of: (it) => it.action, except: ['title'] },
  columns: [
    wordColumn('action', 'Action', (it) => it.action.title),
    wordColumn('partnership', 'Partnership', (it) => it.partnership?.name ?? 'All partnerships'),
    dayColumn('done', 'Done', (it) => it.action.done ?? 'none'),
    wordColumn('state', 'State', stateOf),
    wordColumn('from', 'From', (it) => it.from ?? (it.partnership === undefined ? 'register' : 'partnership')),
    wordColumn('note', 'Note', (it) => it.action.note ?? []),
  ],
})

function stateOf({ action }: PlacedAction, { asOf, policy }: ListInput): string {
  if (!isOpenAction(action)) return 'done'
  return dutyState({ kind: 'action', due: action.due }, asOf, policy.soon)
}

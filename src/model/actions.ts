import type { Path } from '../document/node.js'
import type { Partnership } from './partnership.js'
import { at, type Filed, type Place } from './place.js'
import type { Register } from './register.js'
import type { Settings } from './settings.js'

export type Action = Partnership['actions'][number]

/** An action with its place. */
export interface PlacedAction {
  readonly action: Action
  /** Undefined where it concerns all partnerships. */
  readonly partnership: Partnership | undefined
  /** Title of the evaluation or peer quality review that it comes from, if any. */
  readonly from: string | undefined
  readonly at: Place
}

/** Every action: of the register, of partnerships, and of their evaluations and peer quality reviews. */
export const allActions = ({ partnerships, settings }: Register): PlacedAction[] =>
  [settings, ...partnerships].flatMap(actionsOf)

/** The actions of one record: its own, then those of a partnership's evaluations and peer quality reviews. */
export function actionsOf(record: Partnership | Settings): PlacedAction[] {
  if (!('partners' in record)) return placed(record, [], record.actions)
  const ofList = (list: 'evaluations' | 'quality-reviews') =>
    record[list].flatMap(({ title, actions }, index) =>
      placed(record, [list, index], actions, { partnership: record, from: title }),
    )
  return [
    ...placed(record, [], record.actions, { partnership: record }),
    ...ofList('evaluations'),
    ...ofList('quality-reviews'),
  ]
}

function placed(
  record: Filed,
  path: Path,
  actions: readonly Action[],
  { partnership, from }: Partial<Pick<PlacedAction, 'partnership' | 'from'>> = {},
) {
  return actions.map((action, index) => ({ action, partnership, from, at: at(record, ...path, 'actions', index) }))
}

export const isOpenAction = ({ done }: Action): boolean => done === undefined

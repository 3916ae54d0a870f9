import type { Path } from '../document/node.js'
import type { Partnership } from '../model/partnership.js'
import type { Filed } from '../model/place.js'
import type { Register } from '../model/register.js'

interface PlacedAction {
  readonly record: Filed
  readonly path: Path
  readonly action: Partnership['actions'][number]
}

/** Every action: of partnerships, of what was found in their evaluations and peer quality reviews, and of the whole. */
export function* allActions({ partnerships, settings }: Register): Iterable<PlacedAction> {
  for (const partnership of partnerships) {
    yield* placed(partnership, [], partnership)
    for (const list of ['evaluations', 'quality-reviews'] as const)
      for (const [index, item] of partnership[list].entries()) yield* placed(partnership, [list, index], item)
  }
  yield* placed(settings, [], settings)
}

function* placed(
  record: Filed,
  path: Path,
  { actions }: { readonly actions: Partnership['actions'] },
): Iterable<PlacedAction> {
  for (const [index, action] of actions.entries()) yield { record, path: [...path, 'actions', index], action }
}

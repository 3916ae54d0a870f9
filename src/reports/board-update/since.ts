import { CHANGE_KINDS, type Change, type ChangeKind } from '../../diff/since/change.js'
import { datedChanges } from '../../diff/since/dated.js'
import { changesBetween } from '../../diff/since/index.js'
import { countFigure } from '../../figures/figure.js'
import { at } from '../../model/place.js'
import { sayNames, capital, inWords } from '../../model/words.js'
import type { Scope } from './scope.js'
import type { Section } from './view.js'

/** What changed since the state that was asked for, by kind; null when nobody asked. */
export function since({ register, policy, asOf, since: asked }: Scope): Section<'since'> {
  if (asked === undefined) return { since: null }
  const after = { register, policy, asOf }
  const { before, day, said } = asked
  const changes = before === undefined ? datedChanges(after, day) : changesBetween(before, after)
  const kinds = Object.keys(CHANGE_KINDS) as ChangeKind[]
  return {
    since: {
      said,
      hasHistory: before !== undefined,
      incomplete: unreadIn(before?.register),
      unread: unreadIn(before && register),
      kinds: kinds.flatMap((kind) => ofKind(kind, changes, register) ?? []),
    },
  }
}

/** What could not be read in a state, and so not be compared. */
const unreadIn = (register: Scope['register'] | undefined): string[] =>
  (register?.unreadable ?? []).map(({ kind, id }) => `${inWords(kind)} ${id}`)

function ofKind(kind: ChangeKind, changes: readonly Change[], register: Scope['register']) {
  const these = changes.filter((it) => it.kind === kind)
  if (these.length === 0) return undefined
  const title = CHANGE_KINDS[kind]
  return {
    title: capital(title),
    count: countFigure(
      `changes of ${title}`,
      these.map((it) => ({ name: namesOf(it), at: it.after ?? at(register.settings, 'name') })),
    ),
    changes: these.map((it) => ({ name: namesOf(it), text: it.text, course: it.course ?? null })),
  }
}

const namesOf = ({ partnerships }: Change) => sayNames(partnerships.map((it) => it.name))

import { CHANGE_KINDS, type Change, type ChangeKind } from '../../diff/change.js'
import { datedChanges } from '../../diff/dated.js'
import { changesBetween } from '../../diff/index.js'
import { countFigure } from '../../figures/figure.js'
import { at } from '../../model/place.js'
import { inWords } from '../say.js'
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
      incomplete: (before?.register.unreadable ?? []).map(({ kind, id }) => `${inWords(kind)} ${id}`),
      kinds: kinds.flatMap((kind) => ofKind(kind, changes, register) ?? []),
    },
  }
}

function ofKind(kind: ChangeKind, changes: readonly Change[], register: Scope['register']) {
  const these = changes.filter((it) => it.kind === kind)
  if (these.length === 0) return undefined
  const title = CHANGE_KINDS[kind]
  return {
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    count: countFigure(
      `changes of ${title}`,
      these.map(({ partnership, after }) => ({ name: partnership.name, at: after ?? at(register.settings, 'name') })),
    ),
    changes: these.map(({ partnership, text, course }) => ({ name: partnership.name, text, course: course ?? null })),
  }
}
